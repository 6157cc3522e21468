// The words of the Modèles and Rédaction screens, in French.
import { plural } from './plural.ts';
import type { ModelEvent, Pause } from './types.ts';

const many = plural('fr');

const models = {
  title: 'Modèles',
  state: {
    absent: 'Le serveur de modèle n’est pas sur ce poste.',
    absentHow:
      'Un paquet installé le contient déjà. Depuis les sources, une seule commande le construit\u00a0:',
    command: 'make runtime',
    empty: 'Le serveur de modèle est là, mais aucun modèle.',
    emptyHow:
      'Un modèle est un fichier GGUF. Prenez-le sur un poste relié à internet, portez-le ici sur une clé, puis importez-le. Les conseils, plus bas, disent lequel chercher.',
    ready: 'Le serveur de modèle est prêt\u202f; il démarre au premier brouillon.',
    running: 'Le serveur de modèle tourne sur ce poste.',
    otherRunning:
      'Un autre serveur Ollama de ce poste répond, nommé dans les réglages. Écritoire ne le démarre ni ne l’arrête.',
    otherSilent: 'Les réglages nomment un autre serveur Ollama de ce poste, et il ne répond pas.',
  },
  meanwhile: 'La trame écrit les brouillons en attendant.',
  nobodyWrites:
    'Le rédacteur choisi est le modèle\u00a0: aucun brouillon ne s’écrit pour l’instant.',
  facts: {
    label: 'Le serveur de modèle maintenant',
    version: 'Version',
    address: 'Adresse',
    model: 'Modèle en mémoire',
    noModel: 'aucun',
    onTrial: 'un fichier à l’essai',
    memory: 'Mémoire occupée',
    warm: 'Encore en mémoire pour',
    reuse: 'Consigne déjà lue',
    reuseHelp: 'part des dernières consignes que le serveur n’a pas relue, estimée',
  },
  list: 'Modèles de ce poste',
  none: 'Aucun modèle sur ce poste.',
  noLicence: 'licence non précisée',
  parameters: (n: string) => `${n}\u00a0de paramètres`,
  hash: (short: string) => `empreinte ${short}`,
  needs: (size: string) => `${size} de mémoire`,
  reads: (n: string) => `lit ${n}\u00a0jetons/s`,
  writes: (n: string) => `écrit ${n}\u00a0jetons/s`,
  perDraft: (time: string) => `environ ${time} par brouillon`,
  notMeasured: 'Vitesse pas encore mesurée sur ce poste.',
  chosen: 'Choisi',
  trameWrites: 'La trame écrit encore les brouillons.',
  letItWrite: 'Rédiger avec ce modèle',
  import: 'Importer un fichier…',
  importHelp:
    'Un fichier GGUF, sur ce poste ou sur une clé. Il est lu et essayé avant d’être listé.',
  choose: 'Choisir',
  measure: 'Mesurer',
  again: 'Mesurer à nouveau',
  embeds:
    'Il aide à classer les fiches et ne rédige pas\u00a0: voir «\u00a0Modèle de sens\u00a0» dans les réglages.',
  remove: 'Retirer',
  named: (what: string, name: string) => `${what} ${name}`,
  working: {
    import: (name: string) => `Import de ${name}`,
    bench: (name: string) => `Mesure de ${name}`,
  },
  steps: {
    copy: 'Copie du fichier',
    hash: 'Calcul de l’empreinte',
    register: 'Enregistrement du modèle',
    try: 'Essai de quelques mots',
    load: 'Chargement en mémoire',
    bench: 'Lecture et écriture d’un texte d’essai',
  } as Record<string, string>,
  otherStep: 'Travail en cours',
  of: (done: string, total: string) => `${done} sur ${total}`,
  left: (time: string) => `encore ${time}`,
  stop: 'Arrêter',
  ended: {
    import: {
      done: (name: string) => `${name} est importé et prêt à écrire.`,
      stopped: (name: string) => `L’import de ${name} est arrêté\u202f; rien n’est listé à moitié.`,
    },
    bench: {
      done: (name: string) => `${name} est mesuré.`,
      stopped: (name: string) => `La mesure de ${name} est arrêtée.`,
    },
  } satisfies Record<ModelEvent['work'], Record<'done' | 'stopped', (name: string) => string>>,
  failed: 'Ce travail sur le modèle n’a pas abouti.',
  removed: (name: string) =>
    `${name} est retiré\u202f; son fichier s’efface avec ce message. Ses brouillons restent.`,
  advice: {
    title: 'Conseils pour ce poste',
    help: 'Mesure la mémoire et le processeur, une seconde environ. Écritoire ne télécharge rien\u00a0: les adresses se copient.',
    run: 'Mesurer ce poste',
    again: 'Mesurer ce poste à nouveau',
    running: 'Mesure de ce poste…',
    memory: (all: string, free: string) => `${all} de mémoire, dont ${free} libres`,
    cores: (n: number) => many(n, 'cœur', 'cœurs'),
    bandwidth: (size: string) => `${size}/s lus en mémoire`,
    caption: 'Modèles à chercher, du plus petit au plus grand',
    model: 'Modèle',
    here: 'Sur ce poste',
    size: 'Taille',
    needs: 'Mémoire',
    perDraft: 'Par brouillon',
    licence: 'Licence',
    recommended: 'Conseillé',
    fits: 'Tient en mémoire',
    tooBig: 'Trop grand pour la mémoire libre',
    measured: 'mesuré',
    estimated: 'estimé',
    unknown: 'inconnu',
    file: (name: string) => `Fichier\u00a0: ${name}`,
  },
};

const tasks = {
  title: 'Rédaction',
  lead: 'Les brouillons que la machine écrit d’elle-même, l’un après l’autre. Aucun n’est validé sans vous.',
  all: 'Rédiger toute la file',
  waiting: (n: number) => many(n, 'brouillon en attente', 'brouillons en attente'),
  ahead: (n: number) => many(n, 'brouillon d’avance', 'brouillons d’avance'),
  last: 'dernier brouillon en cours',
  failed: (n: number) => many(n, 'échec', 'échecs'),
  ends: (time: string) => `fin vers ${time}`,
  endsOn: (day: string, time: string) => `fin le ${day} vers ${time}`,
  nothing: 'Aucun brouillon en attente.',
  paused: {
    agent: 'Rédaction suspendue',
    battery: 'Sur batterie\u00a0: continuer quand même\u202f?',
    failing: 'Rédaction arrêtée après des échecs',
  } satisfies Record<Exclude<Pause, ''>, string>,
  turn: {
    '': 'Pause',
    agent: 'Reprendre',
    battery: 'Continuer',
    failing: 'Relancer',
  } satisfies Record<Pause, string>,
  running: 'En cours',
  next: 'Ensuite',
  more: (n: number) => `et ${many(n, 'autre', 'autres')}`,
  failures: 'Échecs',
  isAhead: 'd’avance',
  tries: (n: number) => many(n, 'essai', 'essais'),
  open: (title: string) => `Ouvrir ${title}`,
  first: 'En premier',
  draftFirst: 'Rédiger d’abord',
  place: (n: number) => `En attente, n°\u00a0${n}`,
  again: 'Réessayer',
  drop: 'Retirer',
  stop: 'Arrêter',
  dropAll: 'Tout retirer',
  named: (what: string, title: string) => `${what}\u00a0: ${title}`,
  asked: (n: number) =>
    n === 0
      ? 'Aucun avis nouveau à rédiger.'
      : `${many(n, 'brouillon demandé', 'brouillons demandés')}.`,
  isFirst: 'Ce brouillon passe en premier.',
  dropped: 'Brouillon retiré de la file.',
  emptied: 'La file de rédaction est vidée.',
  said: {
    agent: 'La rédaction est suspendue.',
    battery: 'Sur batterie, la rédaction attend votre accord.',
    failing: 'La rédaction s’est arrêtée après des échecs.',
    resumed: 'La rédaction reprend.',
    done: 'Tous les brouillons demandés sont écrits.',
    failed: 'Un brouillon n’a pas pu être écrit.',
  },
  reasons: {
    urgent: 'L’avis parle d’un danger ou d’une menace\u00a0: une personne doit y répondre.',
    model_no_server: 'Le serveur de modèle ne répondait pas.',
    model_stream_cut: 'Le serveur de modèle s’est interrompu en cours de brouillon.',
    model_length: 'Le modèle n’en finissait pas\u202f; ce qu’il a écrit est gardé.',
    model_prompt_too_long: 'L’avis est trop long pour ce modèle.',
    model_absent: 'Le modèle choisi n’est plus sur ce poste.',
    model_unset: 'Aucun modèle n’est choisi.',
    model_remote: 'Ce modèle écrirait hors de ce poste\u00a0: refusé.',
    model_server: 'Le serveur de modèle a refusé ce brouillon.',
    runtime_absent: 'Le serveur de modèle n’est pas sur ce poste.',
    nothing_written: 'Rien n’a été écrit.',
    conflict: 'L’avis a changé entre-temps.',
    disk_full: 'Le disque est plein.',
  } as Record<string, string>,
  runtimeReason: 'Le serveur de modèle n’a pas pu travailler.',
  otherReason: (code: string) => `Motif\u00a0: ${code}.`,
};

export const machine = { models, tasks };

/** The words of these two screens; English must have every one of them. */
export type MachineWords = typeof machine;
