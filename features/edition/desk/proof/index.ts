/** Proofreading for other pages of the room; the panel is loaded with the page that shows it. */
export { ProofCount } from './proof-count.tsx'
