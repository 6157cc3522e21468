// The words of the Assistant and Fiches screens, in French.
import { agreed, plural } from './plural.ts';

const which = agreed('fr');
const many = plural('fr');

const ask = {
  title: 'Assistant',
  lead: 'Il répond avec les fiches de ce poste, phrase par phrase, ou dit qu’il ne sait pas.',
  question: 'Votre question',
  placeholder: 'Par exemple\u00a0: quels papiers pour renouveler une carte d’identité\u202f?',
  run: 'Demander',
  stop: 'Arrêter',
  asking: 'Recherche dans les fiches…',
  stopped: 'La question est arrêtée\u202f; elle reste dans le champ.',
  fresh: 'Nouvelle question',
  follows: (question: string) => `La prochaine question fera suite à «\u00a0${question}\u00a0».`,
  followed: 'Suite d’une question précédente',
  answer: 'Réponse',
  none: 'Posez une question\u00a0: chaque phrase de la réponse portera sa fiche et sa date.',
  abstained: 'Sans réponse',
  near: 'Fiches proches, à lire vous-même',
  read: (title: string) => `Lire la fiche ${title}`,
  sheetOf: (title: string, date: string) => `${title}, fiche du ${date}`,
  colon: '\u00a0:',
  asTheyStand: 'Passages des fiches, mot pour mot.',
  byModel: (model: string) => `Formulé par le modèle ${model}, d’après les fiches.`,
  removed: (n: number) =>
    many(n, 'phrase du modèle retirée', 'phrases du modèle retirées') +
    '\u00a0: aucune fiche ne le dit.',
  copy: 'Copier avec les sources',
  history: 'Questions déjà posées',
  noHistory: 'Aucune question pour l’instant.',
  older: 'Plus anciennes',
  forget: 'Effacer l’historique',
  forgotten: 'L’historique est retiré\u202f; il s’efface pour de bon avec ce message.',
  unanswered: 'sans réponse',
};

const sheets = {
  title: 'Fiches',
  search: 'Chercher dans les fiches',
  placeholder: 'Un sujet, ou la question d’un usager',
  run: 'Chercher',
  searching: 'Recherche…',
  found: (n: number) => many(n, 'fiche trouvée', 'fiches trouvées'),
  noHit: 'Aucune fiche ne s’en approche.',
  bears: 'porte sur la question',
  near: 's’en approche',
  packs: 'Paquets de fiches de ce poste',
  noPack: 'Aucune fiche sur ce poste. Une commande en fait un paquet\u00a0:',
  command: 'ecritoire sheets build DOSSIER',
  sheets: (n: number) => many(n, 'fiche', 'fiches'),
  built: (date: string) => `fait le ${date}`,
  noDate: 'date inconnue',
  noLicence: 'licence non précisée',
  unread: (n: number) => many(n, 'document non lu', 'documents non lus'),
  source: 'Source',
  licence: 'Licence',
  date: 'Fiche la plus récente',
  count: 'Fiches',
  missing: 'Fiches manquantes',
  missingHelp: 'Les questions auxquelles aucune fiche de ce poste ne répond.',
  noMissing: 'Aucune question sans fiche.',
  asked: (n: number, date: string) =>
    which(n, `posée une fois, le ${date}`, `posée ${n}\u00a0fois, la dernière le ${date}`),
  askedBy: 'Avis qui la posent\u00a0:',
  review: (id: number) => `Avis ${id}`,
  close: 'Retirer',
  closeOne: (question: string) => `Retirer «\u00a0${question}\u00a0»`,
  closed: 'La question est retirée\u202f; posée à nouveau, elle reviendra.',
  alerts: 'Réponses qui citent une fiche changée',
  noAlerts: 'Aucune réponse ne cite une fiche changée.',
  what: { changed: 'fiche modifiée', gone: 'fiche retirée' },
  dates: (before: string, after: string) => `du ${before} au ${after}`,
  dated: (before: string) => `datée du ${before}`,
  lost: 'Le passage cité n’y est plus.',
  stays: 'Le passage cité y est toujours.',
  openReview: (id: number, state: string) => `Ouvrir l’avis ${id} (${state})`,
  readNew: 'Lire la fiche',
  see: 'Vu',
  seeOne: (title: string, id: number) => `Vu\u00a0: ${title}, avis ${id}`,
  seen: 'L’alerte est retirée de la liste.',
};

const reading = {
  asOf: (date: string) => `Fiche à jour du ${date}`,
  noDate: 'Fiche sans date',
  stale: 'plus d’un an\u00a0: à vérifier',
  url: 'Adresse, à copier',
  copyUrl: 'Copier l’adresse',
  cited: 'Passage cité',
  gone: 'Le passage cité n’est plus dans cette fiche. Il disait\u00a0:',
  from: (source: string, licence: string) => [source, licence].filter(Boolean).join(' · '),
  close: 'Fermer la fiche',
};

export const askWords = { ask, sheets, reading };

/** The words of these screens; English must have every one of them. */
export type AskWords = typeof askWords;
