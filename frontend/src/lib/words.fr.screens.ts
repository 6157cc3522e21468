// The words of the other screens, in French.
import { plural } from './plural.ts';

const many = plural((n) => n > 1);

export const screens = {
  exchange: {
    title: 'Échanges',
    import: 'Importer des avis',
    importHelp:
      'Export CSV de Services Publics+. Le même fichier relu deux fois n’ajoute rien en double.',
    path: 'Chemin du fichier',
    choose: 'Choisir…',
    run: 'Importer',
    sample: 'Ouvrir la file d’exemple',
    reading: 'Lecture du fichier…',
    report: (r: { read: number; added: number; updated: number }) =>
      `${many(r.read, 'ligne lue', 'lignes lues')}, ${many(r.added, 'avis ajouté', 'avis ajoutés')}, ${r.updated}\u00a0mis à jour`,
    reportMore: (r: { duplicates: number; rejected: number; with_reply: number }) =>
      `${many(r.duplicates, 'doublon', 'doublons')}, ${many(r.rejected, 'ligne mise de côté', 'lignes mises de côté')}, ${r.with_reply}\u00a0avec une réponse`,
    export: 'Exporter les réponses validées',
    exportHelp: 'Chaque réponse validée sort une seule fois.',
    format: 'Format',
    formats: {
      csv: 'CSV (tableur)',
      jsonl: 'JSON Lines',
      spplus: 'Services Publics+ (CSV)',
    },
    exportRun: 'Exporter',
    writing: 'Écriture du fichier…',
    exported: (n: number, path: string) =>
      n === 0
        ? 'Aucune réponse à exporter.'
        : `${many(n, 'réponse exportée', 'réponses exportées')} dans ${path}`,
    ready: (n: number) => `${many(n, 'réponse prête', 'réponses prêtes')} à sortir.`,
  },
  figures: {
    title: 'Chiffres',
    none: 'pas encore',
    over: (n: string) => `n\u00a0=\u00a0${n}`,
    reviews: 'Avis',
    answered: 'Avis répondus',
    assisted: 'Réponses aidées par un modèle',
    assistedHelp: 'La trame et la main sont comptées à part.',
    days: 'Délai de réponse',
    mean: 'moyen',
    median: 'médian',
    inDays: (n: string) => `${n}\u00a0j`,
    satisfaction: 'Réponses jugées utiles',
    satisfactionHelp: 'Par l’auteur de l’avis, sur vos réponses.',
    earlier: 'Réponses d’avant, jugées utiles',
    earlierHelp: 'Par l’auteur de l’avis, sur les réponses déjà données ailleurs.',
    writers: 'Réponses par auteur',
    writer: 'Écrite',
    count: 'Nombre',
    byModel: 'avec un modèle',
    byTrame: 'par trame',
    byHand: 'à la main',
    visitors: 'Visiteurs',
    visitorsHelp: 'Votes de passage, comptés à part.',
    useful: 'utile',
    useless: 'pas utile',
  },
  settings: {
    title: 'Réglages',
    lines: 'Une par ligne.',
    saved: 'Enregistré.',
    yes: 'Oui',
  },
  first: {
    title: 'Bienvenue',
    lead: 'Trois choses, et un premier brouillon est devant vous. Rien ne sort de ce poste.',
    service: 'Nom de votre service',
    person: 'Votre nom',
    import: 'Importer un fichier…',
    sample: 'Ouvrir la file d’exemple',
    sampleHelp: 'Une quarantaine d’avis inventés, pour essayer.',
  },
  help: {
    title: 'Actions et raccourcis',
    filter: 'Chercher une action',
    none: 'Aucune action de ce nom.',
  },
  commands: {
    next: 'Avis suivant dans la liste',
    previous: 'Avis précédent',
    reply: 'Aller à la réponse',
    skip: 'Passer au prochain à traiter',
    validate: 'Valider et suivant',
    submit: 'Faire valider',
    return: 'Renvoyer avec un mot',
    reopen: 'Rouvrir ou reprendre',
    dismiss: 'Écarter',
    draft: 'Demander un brouillon',
    otherwise: 'Demander un brouillon autrement',
    compare: 'Comparer deux versions',
    prefer: 'Prendre l’autre version, en comparant',
    reject: 'Rejeter un brouillon, avec une raison',
    prompt: 'Voir ce que le modèle a reçu',
    'draft-first': 'Rédiger cet avis avant les autres',
    'draft-all': 'Rédiger toute la file',
    'draft-turn': 'Suspendre ou reprendre la rédaction',
    drafting: 'Voir la file de rédaction',
    repair: 'Faire la réparation proposée',
    undo: 'Défaire la dernière action',
    search: 'Chercher dans les avis',
    help: 'Actions et raccourcis',
    import: 'Importer',
    export: 'Exporter',
    figures: 'Voir les chiffres',
    models: 'Voir les modèles',
    settings: 'Réglages',
    escape: 'Arrêter le brouillon, fermer, sortir du champ',
    pane: 'Volet suivant',
  },
};

/** The words of the other screens; English must have every one of them. */
export type ScreenWords = typeof screens;
