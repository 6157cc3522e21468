// The part of nspell that is used; it comes without types.
declare module 'nspell' {
  export default function nspell(
    affixes: string,
    stems: string,
  ): { correct(word: string): boolean; suggest(word: string): string[] };
}
