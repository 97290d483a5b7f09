/** Proofreading on the desk; the page of composing mounts the panel and the count. */

export { proofTexts } from './proof.texts.ts'
export { ProofCount } from './proof-count.tsx'
export { ProofPanel, type ProofPanelProps } from './proof-panel.tsx'
