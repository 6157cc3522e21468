// A first proposal for the columns of a table that no format knows, by their
// names. The agent sees it with its examples before anything is imported.
import { plain } from './plain.ts';
import type { Column, Mapping } from './types.ts';

const names: [field: string, name: RegExp][] = [
  [
    'text',
    /^(texte|avis|description|contenu|review|feedback)|\b(commentaire|verbatim|message|comment)/,
  ],
  ['date', /^(date|horodat|publie|created|submitted|time)/],
  ['title', /^(titre|title|objet|sujet|subject)/],
  ['sentiment', /^(ressenti|note|satisfaction|sentiment|rating|score|etoile|star)/],
  ['id', /^(id|identifiant|numero|n°|reference|ref)\b/],
  ['author', /^(auteur|nom|pseudo|author|name)/],
  ['structure', /^(structure|service|etablissement|organisme|agence)/],
  ['reply', /^(reponse|reply|response)/],
];

// "Date de réponse" is not the review's date.
const notOfTheReview = /repons|reply|response|modif|mise a jour|updated/;

/** Which column gives which field, as far as the names tell. */
export function proposed(columns: Column[]): Mapping {
  const mapping: Mapping = {};
  const free = new Set(columns.map((column) => column.name));
  for (const [field, shape] of names) {
    const fits = (name: string) =>
      shape.test(plain(name)) && (field === 'reply' || !notOfTheReview.test(plain(name)));
    const found = [...free].find(fits);
    if (found === undefined) continue;
    mapping[field] = found;
    free.delete(found);
  }
  return mapping;
}

/** The mapping that a preview already follows. */
export function followed(columns: Column[], fields: string[]): Mapping {
  const mapping: Mapping = {};
  for (const { name, field } of columns) {
    if (field && fields.includes(field)) mapping[field] ??= name;
  }
  return mapping;
}

/** Whether a review can be made of what is mapped. */
export const complete = (mapping: Mapping): boolean => !!mapping.text && !!mapping.date;
