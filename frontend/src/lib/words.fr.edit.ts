// The words of writing a reply, in French.
import { plural } from './plural.ts';

const many = plural('fr');

export const edit = {
  replaceBy: (words: string) => `Remplacer par «\u00a0${words}\u00a0»`,
  choices: 'Ce que vous pouvez faire',
  wholeReply: 'Ce point concerne la réponse entière.',
  noFlag: 'Rien n’est souligné dans le texte.',
  flagAt: (n: number, of: number) => `${n} sur ${of}`,
  spelling: 'Orthographe',
  unknown: (word: string) => `«\u00a0${word}\u00a0» n’est pas dans le dictionnaire.`,
  unknownWords: (n: number, some: string) =>
    `${many(n, 'mot à vérifier', 'mots à vérifier')}\u00a0: ${some}`,
  see: 'Voir',
  sourceNumbers: (numbers: number[]) => `source ${numbers}`,
  noSource: 'Cette phrase ne s’appuie sur aucune fiche.',
  insert: 'Insérer',
  insertTitle: 'Insérer dans la réponse',
  insertHint: 'Quelques mots pour trouver…',
  insertNone: 'Rien de tel ici. Les phrases de la maison s’écrivent dans les réglages.',
  inserted: 'Inséré.',
  groups: {
    phrases: 'Phrase',
    contacts: 'Coordonnée',
    sheets: 'Fiche',
    past: 'Réponse déjà donnée',
  },
  pastHow: (changed: number): string =>
    changed === 0
      ? 'brouillon envoyé tel quel'
      : changed < 0.2
        ? 'brouillon peu modifié'
        : changed < 1
          ? 'brouillon très modifié'
          : 'écrite par un agent',
  sentences: (n: number) => many(n, 'phrase', 'phrases'),
  countOf: (length: string, limit: string) => `${length} / ${limit}\u00a0caractères`,
  over: (n: string) => `${n} de trop`,
  passed: (limit: string) => `La limite de ${limit}\u00a0caractères est dépassée.`,
  changes: 'Changements',
  changesTitle: 'Ce qui a changé',
  changesFrom: 'Depuis la version',
  together: 'En un seul texte',
  apart: 'Côte à côte',
  addedHere: '[ajouté\u00a0:',
  removedHere: '[retiré\u00a0:',
  endOf: ']',
  additions: (n: number) => many(n, 'ajout', 'ajouts'),
  removals: (n: number) => many(n, 'retrait', 'retraits'),
  same: 'Les deux textes sont les mêmes.',
  noDraft: 'Cette réponse n’a pas de brouillon de la machine à comparer.',
  noChange: 'Rien n’a changé depuis le brouillon.',
  addWord: (word: string) => `Ajouter «\u00a0${word}\u00a0» à mon dictionnaire`,
  wordAdded: (word: string) => `«\u00a0${word}\u00a0» est dans votre dictionnaire.`,
  spellingOn: 'L’orthographe est vérifiée.',
  spellingOff: 'L’orthographe n’est plus vérifiée.',
  noSpelling: 'Le dictionnaire n’a pas pu être lu\u00a0: l’orthographe n’est pas vérifiée.',
  noSpellingHint: 'La vérification se coupe et se reprend par la liste des actions.',
};

/** The words of writing; English must have every one of them. */
export type EditWords = typeof edit;
