/** How long an agent stays with a review before what takes a moment is looked for. */
const STAYS_MS = 400;

/**
 * Looks for something once the agent stays with a review: in a large queue it
 * takes a moment, and who leafs through would have hundreds of searches at
 * work. Gives the effect's clean-up, which leaves the search undone.
 */
export function staying(look: () => Promise<void>): () => void {
  const timer = setTimeout(() => void look(), STAYS_MS);
  return () => clearTimeout(timer);
}
