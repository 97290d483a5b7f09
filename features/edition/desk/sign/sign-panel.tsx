import { ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import type { Edition, EditionSigning } from '../../contract/index.ts'
import type { JumpPlace } from '../editor/item-editor.tsx'
import { CommentList } from './comment-list.tsx'
import { Deeds } from './deeds.tsx'
import { FreezeState } from './freeze-state.tsx'
import { RoundDifference } from './round-difference.tsx'
import styles from './sign.module.css'
import { signingQuery, watchedQuery } from './sign.queries.ts'
import { signTexts } from './sign.texts.ts'
import { StepHistory } from './step-history.tsx'
import { StepList } from './step-list.tsx'

export type SignPanelProps = {
  readonly edition: Edition
  readonly onJump?: ((place: JumpPlace) => void) | undefined
}

/** Where an edition stands on its way to print: its chain, what may be done now, comments, rounds. */
export function SignPanel({ edition, onJump }: SignPanelProps) {
  const t = signTexts.useTexts()
  const signing = useQuery(signingQuery(edition))
  useQuery(watchedQuery(edition.id))
  return (
    <section className={styles['panel']} aria-label={t('title')}>
      {signing.error ? <ProblemNotice error={signing.error} onRetry={() => void signing.refetch()} /> : null}
      {signing.isPending ? <ListSkeleton rows={6} /> : null}
      {signing.data ? <Open edition={edition} signing={signing.data} onJump={onJump} /> : null}
    </section>
  )
}

function Open({ edition, signing, onJump }: SignPanelProps & { readonly signing: EditionSigning }) {
  return (
    <>
      <FreezeState edition={edition} signing={signing} />
      <StepList edition={edition} steps={signing.steps} />
      <Deeds edition={edition} signing={signing} />
      <CommentList edition={edition} signing={signing} onJump={onJump} />
      <RoundDifference edition={edition} rounds={signing.rounds} />
      <StepHistory steps={edition.steps} />
    </>
  )
}
