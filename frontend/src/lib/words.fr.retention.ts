// The words of keeping and erasing, in French.
import { plural } from './plural.ts';

const many = plural('fr');

export const retention = {
  expired: (n: number) =>
    n < 0
      ? 'Calcul en cours…'
      : n === 0
        ? 'Rien n’a dépassé la durée de conservation des réglages.'
        : `${many(n, 'avis ou ligne a', 'avis ou lignes ont')} dépassé la durée de conservation des réglages.`,
  purge: (n: number) => `Effacer pour de bon ${many(n, 'avis ou ligne', 'avis ou lignes')}`,
  person: 'Demande d’effacement d’une personne',
  words: 'Mots qui la désignent (nom, adresse, numéro…)',
  find: 'Chercher',
  traces: (n: number) =>
    n === 0
      ? 'Ces mots ne figurent nulle part dans la file.'
      : `Ces mots figurent dans ${many(n, 'avis ou ligne', 'avis ou lignes')}.`,
  reason: 'Motif, sans nommer la personne',
  erase: (n: number) => `Effacer pour de bon ${many(n, 'avis ou ligne', 'avis ou lignes')}`,
  final:
    'Un effacement ne se défait pas. Le texte quitte la base, l’index, le journal et les sauvegardes faites par Écritoire\u202f; les exports et les copies faites ailleurs restent à votre charge.',
  proofs: 'Certificats d’effacement',
  none: 'Rien n’a encore été effacé.',
  proof: (n: number, replies: number) =>
    `${many(n, 'avis', 'avis')} et ${many(replies, 'réponse', 'réponses')} effacés`,
  hash: 'empreinte',
};

export type RetentionWords = typeof retention;
