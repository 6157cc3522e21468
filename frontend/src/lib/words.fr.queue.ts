// The words of the list, its filters and what is done to many, in French.
import { number } from './dates.ts';
import { plural } from './plural.ts';

const many = plural('fr');

export const queue = {
  all: 'Tous',
  found: (n: number, more: boolean) =>
    more ? `plus de ${number(n, 'fr')}\u00a0avis` : many(n, 'avis', 'avis'),
  pending: 'Chargement de cet avis…',
  marked: 'choisi',
  filters: {
    open: 'Filtrer',
    count: (n: number) => (n ? `Filtrer (${n})` : 'Filtrer'),
    title: 'Filtres de la liste',
    clear: 'Tout montrer',
    only: 'Seulement',
    overdue: 'en retard',
    findings: 'réponses à revoir',
    twins: 'presque identiques',
    asleep: 'reportés',
    sentiment: 'Ressenti',
    theme: 'Thème',
    source: 'Provenance',
    language: 'Langue',
    languages: { fr: 'français', en: 'anglais', other: 'autre', '': 'inconnue' } as Record<
      string,
      string
    >,
    any: 'toutes',
    structure: 'Organisme',
    assignee: 'Confié à',
    nobody: 'à personne',
    from: 'Écrit du',
    to: 'au',
    sort: 'Ordre',
    sorts: { '': 'échéance', newest: 'plus récents', sentiment: 'ressenti' },
    sources: {
      spplus: 'Services Publics+',
      jdma: 'Je donne mon avis',
      google: 'Google',
      play: 'Google Play',
      other: 'autre fichier',
    },
  },
  views: {
    label: 'Vue',
    none: 'Aucune vue',
    name: 'Nom de la vue',
    save: 'Garder cette vue',
    saved: (name: string) => `Vue «\u00a0${name}\u00a0» gardée.`,
    remove: (name: string) => `Oublier la vue «\u00a0${name}\u00a0»`,
    removed: (name: string) => `Vue «\u00a0${name}\u00a0» oubliée.`,
    nameless: 'Donnez un nom à cette vue.',
  },
  many: {
    title: 'Avis choisis',
    chosen: (n: number) => many(n, 'avis choisi', 'avis choisis'),
    chosenAll: (n: number, more: boolean) =>
      more ? 'Tous les avis trouvés' : `Les ${number(n, 'fr')}\u00a0avis trouvés`,
    takeAll: 'Choisir tous les avis trouvés',
    clear: 'Ne plus rien choisir',
    assign: 'Confier…',
    dismiss: 'Écarter…',
    restore: 'Reprendre',
    draft: 'Rédiger',
    assignee: 'Confier à (vide\u00a0: à personne)',
    reason: 'Motif',
    reasonNeeded: 'Un motif est nécessaire pour écarter.',
    foreseen: (n: number) =>
      n ? `${many(n, 'avis sera changé', 'avis seront changés')}.` : 'Aucun avis ne sera changé.',
    go: 'Appliquer',
    done: {
      assign: (n: number) => `${many(n, 'avis confié', 'avis confiés')}.`,
      dismiss: (n: number) => `${many(n, 'avis écarté', 'avis écartés')}.`,
      restore: (n: number) => `${many(n, 'avis repris', 'avis repris')}.`,
    },
    undone: (n: number) => `${many(n, 'avis remis', 'avis remis')} comme avant.`,
    drafting: (n: number) =>
      n
        ? `${many(n, 'brouillon demandé', 'brouillons demandés')}.`
        : 'Aucun de ces avis n’attend de brouillon.',
  },
  snooze: {
    title: 'Reporter',
    tomorrow: 'à demain',
    monday: 'à lundi',
    week: 'd’une semaine',
    day: 'Un autre jour',
    go: 'Reporter',
    done: (day: string) => `Reporté au ${day}.`,
    until: (day: string) => `Reporté au ${day}.`,
    wake: 'Remettre dans la file',
    woken: 'De retour dans la file.',
  },
  twins: {
    title: 'Avis presque identiques',
    help: 'La même personne, ou un texte recopié\u00a0: une réponse peut servir à tous.',
  },
  assigned: (name: string) => `Confié à ${name}`,
  splitter: { queue: 'Largeur de la liste', reply: 'Largeur de la réponse' },
};

export type QueueWords = typeof queue;
