// The words of the keys, the palette and what cannot be done now, in French.
import { plural } from './plural.ts';

const many = plural('fr');

export const keyWords = {
  shortcuts: {
    title: 'Raccourcis',
    lead: 'Chaque raccourci se change ou se coupe. Ce qui est ici vaut tout de suite, et au prochain démarrage.',
    letters: 'Lettres, chiffres et signes seuls',
    lettersHelp:
      'À couper si vous dictez à la voix, ou si une touche partie par mégarde vous gêne. Les autres raccourcis restent.',
    find: 'Chercher une action ou une touche',
    command: 'Action',
    keys: 'Touches',
    change: 'Changer',
    off: 'sans touche',
    idle: 'coupé avec les lettres seules',
    add: (action: string) => `Ajouter une touche à «\u00a0${action}\u00a0»`,
    addShort: 'Ajouter',
    press: 'Appuyez sur la touche… Échap abandonne.',
    pressDigit: 'Appuyez sur un chiffre, seul ou avec une touche de maintien. Échap abandonne.',
    remove: (key: string, action: string) => `Retirer ${key} de «\u00a0${action}\u00a0»`,
    reset: (action: string) => `Rétablir les touches de «\u00a0${action}\u00a0»`,
    resetShort: 'Rétablir',
    resetAll: 'Tout rétablir',
    reserved: (key: string) =>
      `${key} sert à écrire, à se déplacer ou à fermer\u00a0: choisissez une autre touche.`,
    digits: 'Les chiffres font les corrections proposées, et rien d’autre.',
    taken: (key: string, action: string) => `${key} sert déjà à «\u00a0${action}\u00a0».`,
    takeIt: 'La prendre quand même',
    given: (key: string, action: string) => `${key}\u00a0: ${action}.`,
    removed: (key: string, action: string) => `${key} ne fait plus «\u00a0${action}\u00a0».`,
    restored: 'Les touches sont rétablies.',
    caps: {
      digit: '1 … 9',
      arrowdown: '↓',
      arrowup: '↑',
      arrowleft: '←',
      arrowright: '→',
      home: 'Début',
      end: 'Fin',
      pageup: 'Page préc.',
      pagedown: 'Page suiv.',
      delete: 'Suppr',
      backspace: 'Retour',
      tab: 'Tab',
      ' ': 'Espace',
    } as Record<string, string>,
  },
  palette: {
    title: 'Palette d’actions',
    find: 'Que voulez-vous faire\u202f?',
    none: 'Aucune action de ce nom.',
    count: (n: number) => many(n, 'action', 'actions'),
    hint: 'Échap ferme',
  },
  unable: {
    noReview: 'Aucun avis n’est ouvert.',
    noQueue: 'La file est vide.',
    nothingChosen: 'Aucun avis n’est choisi.',
    nothingToUndo: 'Rien à défaire.',
    noRepair: 'Aucune correction proposée.',
    noTask: 'Aucun brouillon n’attend.',
    nothingNew: 'Aucun avis nouveau.',
    writing: 'Un brouillon s’écrit.',
  },
};

/** The words of the keys; English must have every one of them. */
export type KeyWords = typeof keyWords;
