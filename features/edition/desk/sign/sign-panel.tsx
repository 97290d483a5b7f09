import type { Edition } from '../../contract/index.ts'

export type SignPanelProps = {
  readonly edition: Edition
  readonly onJump?: (place: { itemId: string | null; block?: number; start?: number; end?: number }) => void
}

/** Where an edition stands on its way to print: its chain, what may be done now, comments, rounds. */
export function SignPanel({ edition }: SignPanelProps) {
  return (
    <ol>
      {edition.chain.map(({ key, name }) => (
        <li key={key}>{name}</li>
      ))}
    </ol>
  )
}
