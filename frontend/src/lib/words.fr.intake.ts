// The words of files coming in, in French.
import { agreed, plural } from './plural.ts';
import { number } from './dates.ts';

const which = agreed('fr');
const many = plural('fr');
const rows = (n: number) => many(n, 'ligne', 'lignes');

interface Counted {
  read: number;
  added: number;
  updated: number;
  duplicates: number;
  rejected: number;
}

export const intake = {
  title: 'Importer des avis',
  help: 'CSV, XLSX, ODS ou JSON\u202f; Services Publics+, Je donne mon avis, Google et Google Play sont reconnus. Rien n’entre dans la file avant l’aperçu.',
  path: 'Chemin du fichier, ou du dossier d’un export Google Takeout',
  choose: 'Choisir un fichier…',
  look: 'Aperçu',
  dropHere: 'ou déposez un fichier n’importe où dans la fenêtre',
  sample: 'Ouvrir la file d’exemple',
  looking: 'Lecture des premières lignes…',
  busy: 'Un import est en cours\u00a0: attendez sa fin ou arrêtez-le.',
  oneByOne: (n: number) =>
    `${n}\u00a0fichiers déposés\u00a0: le premier est montré, les autres sont à déposer ensuite.`,
  formats: {
    spplus: 'Services Publics+',
    'spplus-json': 'Services Publics+ (JSON)',
    voxusagers: 'VoxUsagers',
    jdma: 'Je donne mon avis',
    google: 'Google Business Profile',
    play: 'Google Play',
    mapped: 'colonnes indiquées par vous',
  } as Record<string, string>,
  containers: {
    csv: 'CSV',
    xlsx: 'XLSX',
    ods: 'ODS',
    json: 'JSON',
    takeout: 'Google Takeout',
  } as Record<string, string>,
  encodings: { mixed: 'encodages mêlés' } as Record<string, string>,
  recognised: (format: string, sure: string) => `${format}, reconnu à ${sure}`,
  byHand: 'Lu d’après les colonnes que vous indiquez',
  guessed: 'Format inconnu\u00a0: colonnes proposées d’après leurs noms, à vérifier',
  remembered: 'Lu d’après les colonnes indiquées lors d’un import précédent',
  unsure: 'Format incertain',
  unsureHelp: 'Aucun format connu ne convient avec certitude. Dites quelle colonne donne quoi.',
  ambiguous: 'Plusieurs formats conviennent\u00a0: choisissez celui du fichier.',
  readAs: 'Lire comme',
  chooseFormat: 'Choisir…',
  nameColumns: 'Indiquer les colonnes…',
  fields: {
    text: 'Texte de l’avis',
    date: 'Date',
    title: 'Titre',
    sentiment: 'Ressenti ou note',
    id: 'Numéro sur la plateforme',
    author: 'Auteur',
    structure: 'Organisme',
    typology: 'Démarche',
    channel: 'Canaux',
    tags: 'Étiquettes',
    reply: 'Réponse déjà donnée',
    state: 'État sur la plateforme',
    theme: 'Thème',
    place: 'Lieu de vie',
  } as Record<string, string>,
  needed: 'nécessaire',
  noColumn: 'aucune',
  mappingTitle: 'Quelle colonne donne quoi',
  mappingHelp:
    'Le texte et la date sont nécessaires. Vos choix sont retenus pour les fichiers de mêmes colonnes.',
  mappingMissing: 'Indiquez la colonne du texte et celle de la date.',
  columns: (n: number, used: number) =>
    `${many(n, 'colonne', 'colonnes')}, dont ${many(used, 'utilisée', 'utilisées')}`,
  columnsLabel: 'Ce que devient chaque colonne',
  column: 'Colonne du fichier',
  becomes: 'Prise pour',
  value: 'Exemple',
  unused: 'non utilisée',
  dropped: 'non importée (donnée personnelle)',
  firstRows: (n: number) => which(n, 'La première ligne', `Les ${n}\u00a0premières lignes`),
  noRows: 'Ce fichier n’a que son en-tête.',
  date: 'Date',
  sentiment: 'Ressenti',
  review: 'Avis',
  author: 'Auteur',
  answered: 'déjà répondu',
  aside: (line: number, reason: string) => `Ligne ${line}, mise de côté\u00a0: ${reason}`,
  foreseeing: 'Comparaison avec la file…',
  whole: (n: number) => `${rows(n)} en tout\u00a0:`,
  about: (n: number, looked: number) =>
    `Environ ${rows(n)}\u202f; sur les ${number(looked, 'fr')}\u00a0premières\u00a0:`,
  moreThan: (looked: number) => `Plus de ${rows(looked)}\u202f; sur les premières\u00a0:`,
  parts: {
    added: (n: number) => many(n, 'nouvel avis', 'nouveaux avis'),
    updated: (n: number) => many(n, 'avis mis à jour', 'avis mis à jour'),
    duplicates: (n: number) => many(n, 'doublon', 'doublons'),
    rejected: (n: number) => many(n, 'ligne mise de côté', 'lignes mises de côté'),
    with_reply: (n: number) =>
      `${number(n, 'fr')}\u00a0avec une réponse sur ${which(n, 'sa', 'leur')} plateforme`,
  },
  run: 'Importer',
  runFirst: 'Importer et rédiger un premier brouillon',
  other: 'Laisser ce fichier',
  importing: (name: string) => `Import de ${name || 'la file d’exemple'}`,
  read: (n: number) => many(n, 'ligne lue', 'lignes lues'),
  left: (duration: string) => `encore ${duration}`,
  ends: (time: string) => `fin vers ${time}`,
  ordering: 'tout est lu, mise en ordre de la file…',
  stop: 'Arrêter',
  stopHelp:
    'Arrêté, l’import ne laisse aucune trace. Ce que vous écrivez pendant ce temps est enregistré dès qu’il finit.',
  report: (r: Counted) =>
    [
      `Import terminé\u00a0: ${rows(r.read)}`,
      many(r.added, 'avis ajouté', 'avis ajoutés'),
      `${number(r.updated, 'fr')}\u00a0mis à jour`,
      many(r.duplicates, 'doublon', 'doublons'),
      `${number(r.rejected, 'fr')}\u00a0de côté`,
    ].join(', ') + '.',
  reportShort: (r: Counted) =>
    `Import terminé\u00a0: ${many(r.added, 'avis ajouté', 'avis ajoutés')}${r.rejected > 0 ? `, ${number(r.rejected, 'fr')}\u00a0de côté` : ''}.`,
  seeAside: 'Voir ces lignes',
  result: 'Résultat de l’import',
  undo: 'Annuler cet import',
  undone:
    'L’import est annulé\u00a0: ce qu’il avait ajouté est retiré, ce qu’il avait changé est remis.',
  undoneWord: 'annulé',
  openQueue: 'Aller à la file',
  waitingHere: (n: number) =>
    `Voir ${which(n, 'la ligne mise', `les ${n}\u00a0lignes mises`)} de côté`,
  batches: 'Derniers imports',
  noBatches: 'Aucun import pour l’instant.',
  allBatches: (n: number) => `Voir ${which(n, 'l’import', `les ${n}\u00a0imports`)} d’avant`,
  fewBatches: 'Masquer les imports plus anciens',
  batch: (n: number) => `import ${n}`,
  undoOf: (n: number) => `Annuler l’import ${n}`,
  batchUndo: 'Annuler',
  quarantine: 'Lignes mises de côté',
  quarantineHelp:
    'Ces lignes n’ont pas donné d’avis. Corrigez leur texte et reprenez-les\u202f; écartez celles qui ne sont pas des avis.',
  discard: 'Écarter',
  discardAll: 'Écarter toutes les lignes de cet import',
  discardedAll: (n: number) => `${many(n, 'ligne écartée', 'lignes écartées')}.`,
  waiting: (n: number) =>
    n === 0
      ? 'Aucune ligne n’attend.'
      : `${many(n, 'ligne attend d’être corrigée', 'lignes attendent d’être corrigées')}.`,
  showRows: 'Voir les lignes',
  hideRows: 'Masquer les lignes',
  ofBatch: (n: number) => `Lignes de l’import ${n}`,
  allRows: 'Voir celles de tous les imports',
  line: (n: number) => `Ligne ${n}`,
  raw: 'Texte de la ligne',
  header: 'Colonnes',
  retake: 'Reprendre',
  retakeAll: 'Tout réessayer',
  retrying: 'Les lignes sont réessayées…',
  more: 'Lignes suivantes',
  emptyRow: { message: 'Cette ligne est vide.', hint: 'Écrivez-la, ou fermez-la.' },
  taken: (line: number, left: number) =>
    `Ligne ${line} reprise. ${left === 0 ? 'Aucune autre n’attend.' : `Il en reste ${left}.`}`,
  discarded: (line: number, left: number) =>
    `Ligne ${line} écartée. ${left === 0 ? 'Aucune autre n’attend.' : `Il en reste ${left}.`}`,
  tried: (tried: number, taken: number) =>
    `${many(tried, 'ligne essayée', 'lignes essayées')}, ${many(taken, 'reprise', 'reprises')}.`,
};

/** The platforms that reviews come from. */
export const sources: Record<string, string> = {
  spplus: 'Services Publics+',
  jdma: 'Je donne mon avis',
  google: 'Google',
  play: 'Google Play',
  other: 'autre fichier',
};

export const first = {
  title: 'Bienvenue',
  lead: 'Un fichier d’avis, et un premier brouillon est devant vous. Rien ne sort de ce poste.',
  service: 'Nom de votre service',
  person: 'Votre nom',
  yours: 'Vos avis',
  trying: 'Pour essayer d’abord',
  sampleHelp: 'Une quarantaine d’avis inventés.',
  model:
    'La trame rédige sans modèle. Un modèle local peut s’ajouter plus tard, à la page Modèles\u00a0: un fichier de 1 à 8\u00a0Go apporté sur une clé, et autant de mémoire.',
};

/** The words of files coming in; English must have every one of them. */
export type IntakeWords = typeof intake;
/** The words of the first run. */
export type FirstWords = typeof first;
