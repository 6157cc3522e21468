// The words of the guide, the look and the settings' previews, in French.
import { plural } from './plural.ts';

const many = plural('fr');

export const helpWords = {
  guide: {
    title: 'Guide',
    find: 'Chercher dans le guide',
    contents: 'Sommaire',
    found: (n: number) =>
      n === 0 ? 'Rien dans le guide sur ces mots.' : many(n, 'passage trouvé', 'passages trouvés'),
    english: '',
    open: (title: string) => `Ouvrir dans «\u00a0${title}\u00a0»`,
  },
  charts: {
    title: 'Au fil du temps',
    by: 'Par',
    cuts: { week: 'semaine', month: 'mois' },
    reviews: 'Avis écrits',
    replies: 'Réponses validées, par rédacteur',
    days: 'Délai médian de réponse',
    daysHelp: 'De la date de l’avis à sa première validation.',
    table: 'Tableau',
    period: 'Période',
    none: 'rien',
    empty: 'Rien sur ces périodes.',
    month: (name: string) => name,
    week: (day: string) => `semaine du ${day}`,
    nothing: 'Rien à montrer encore : importez des avis.',
  },
  look: {
    title: 'Apparence',
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    contrast: 'Contraste',
    contrasts: { system: 'Comme le système', more: 'Élevé' },
    motion: 'Mouvement',
    motions: { system: 'Comme le système', less: 'Aucun' },
    size: 'Taille du texte',
    percent: (n: number) => `${n}\u00a0%`,
    stay: 'Durée des messages',
    stays: { 20: '20\u00a0secondes', 60: 'Une minute', 0: 'Jusqu’à ce que je les ferme' },
    stayHelp:
      'Un message attend tant que la souris ou le clavier est dessus. Une erreur reste toujours jusqu’à ce qu’on la ferme.',
  },
  dictionary: {
    title: 'Mon dictionnaire',
    help: 'Les mots que vous avez ajoutés en écrivant\u00a0: ils ne sont plus soulignés.',
    none: 'Aucun mot ajouté. Dans une réponse, la carte d’un mot souligné propose de l’ajouter.',
    remove: (word: string) => `Retirer «\u00a0${word}\u00a0»`,
    removed: (word: string) => `«\u00a0${word}\u00a0» n’est plus dans votre dictionnaire.`,
  },
  groups: {
    service: 'Votre service',
    frame: 'Cadre des réponses',
    rules: 'Règles de rédaction',
    delay: 'Délai de réponse',
    writing: 'Rédaction et modèles',
    keeping: 'Conservation',
    other: 'Autres',
  },
  setting: {
    find: 'Chercher un réglage',
    none: 'Aucun réglage ne correspond à ces mots.',
    sections: 'Parties des réglages',
    preview: 'Aperçu',
    previewHelp: 'Ce que verra l’usager, avec ce qui est tapé ici.',
    sampleBody: 'Merci d’avoir pris le temps de nous écrire. Le texte de la réponse vient ici.',
    ifModel: 'seulement sous une réponse rédigée par un modèle',
    otherClosings: (n: number) => `${many(n, 'autre formule', 'autres formules')} au choix`,
    otherSignatures: (n: number) => `${many(n, 'autre signature', 'autres signatures')} au choix`,
    nothing: 'rien',
    limit: (place: string, n: string) => `${place}\u00a0: au plus ${n}\u00a0caractères`,
    badLine: (line: string) => `«\u00a0${line}\u00a0» n’est pas compris.`,
    noLimit: 'Aucune limite\u00a0: le contrôle de longueur ne dit rien.',
    places: {
      spplus: 'Services Publics+',
      google: 'Google',
      play: 'Google Play',
      paper: 'Papier',
    } as Record<string, string>,
    example: 'Un avis écrit le',
    due: (day: string) => `La réponse est attendue au plus tard le ${day}.`,
    noDue: 'Le délai va de 1 à 365\u00a0jours.',
    kept: 'Ce que vous avez tapé reste ici\u202f; la valeur d’avant reste en vigueur.',
  },
};

/** The words of the guide and the look; English must have every one of them. */
export type HelpWords = typeof helpWords;
