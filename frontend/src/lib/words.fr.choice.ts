// The words of choosing between drafts, in French.
import { plural } from './plural.ts';

const many = plural('fr');

export const choice = {
  otherwise: 'Autrement…',
  wishTitle: 'Ce que le prochain brouillon doit être',
  length: 'Longueur',
  besides: 'Et aussi',
  usualLength: 'Longueur habituelle',
  wishes: {
    short: 'plus court',
    long: 'plus long',
    warmer: 'plus chaleureux',
    precise: 'plus précis',
    french: 'en français',
  },
  wishChoices: {
    short: 'Plus court',
    long: 'Plus long',
    warmer: 'Plus chaleureux',
    precise: 'Plus précis',
    french: 'En français',
  },
  draftSo: 'Rédiger ainsi',
  compare: 'Comparer',
  compareTitle: 'Deux versions côte à côte',
  inForce: 'En vigueur',
  version: (n: number) => `Version ${n}`,
  beside: 'L’autre version',
  preferred: (n: number) => `La version ${n} est maintenant en vigueur.`,
  single: 'Pour comparer, il faut deux versions\u00a0: demandez un autre brouillon.',
  infoCount: (n: number) => many(n, 'information', 'informations'),
  reject: 'Rejeter ce brouillon…',
  rejectTitle: (n: number) => `Pourquoi la version ${n} ne convient pas`,
  rejectConfirm: 'Rejeter avec ce motif',
  reasonNeeded: 'Choisissez un motif.',
  rejected: (reason: string) => `rejeté\u00a0: ${reason}`,
  didReject: (n: number) => `La version ${n} est rejetée\u202f; elle reste parmi les versions.`,
  another: 'Rédiger un autre brouillon',
  noMachine: 'Seul un brouillon de la machine se rejette\u202f; aucun n’est à l’écran.',
  prompt: 'Voir ce que le modèle a reçu',
  promptTitle: 'Ce que le modèle a reçu',
  promptSystem: 'Consignes du service',
  promptUser: 'Cet avis',
  noPrompt: 'Aucun modèle n’a écrit cette réponse.',
  inexact:
    'Une donnée a changé depuis\u00a0: ce texte est recomposé aujourd’hui et peut différer de ce qui a été lu.',
  tokens: (n: string) => `${n}\u00a0jetons`,
  leftOut: 'Coupé, faute de place\u00a0:',
  leftRunes: (n: string) => `${n}\u00a0caractères de l’avis`,
  leftPassages: (n: number) => many(n, 'passage de fiche', 'passages de fiches'),
  leftExamples: (n: number) => many(n, 'réponse en exemple', 'réponses en exemple'),
  nothingLeft: 'Tout a tenu.',
  copy: 'Copier',
  copied: 'Copié dans le presse-papiers de ce poste.',
  notCopied: 'La copie n’a pas été possible. Sélectionnez le texte, puis Ctrl\u00a0+\u00a0C.',
};

/** The words of choosing; English must have every one of them. */
export type ChoiceWords = typeof choice;
