import { EmptyState, ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { type Edition, type EditionProof, inlineText, type ProofFinding } from '../../contract/index.ts'
import type { JumpPlace } from '../editor/item-editor.tsx'
import { FindingRow } from './finding-row.tsx'
import { groupFindings, jumpPlaceOf, wordsAround } from './group-findings.ts'
import { IgnoreDialog } from './ignore-dialog.tsx'
import { LevelFilter, type LevelWish } from './level-filter.tsx'
import { MendAll } from './mend-all.tsx'
import styles from './proof.module.css'
import { proofTexts } from './proof.texts.ts'
import { useFindingKeys } from './use-finding-keys.ts'
import { useProof } from './use-proof.ts'
import { useProofActs } from './use-proof-acts.tsx'

export type ProofPanelProps = {
  readonly edition: Edition
  /** Goes to the words a finding is about; left out where there is nothing to go to. */
  readonly onJump?: ((place: JumpPlace) => void) | undefined
}

/** What proofreading finds in an issue as it is saved: mended with one click, or left with a reason. */
export function ProofPanel({ edition, onJump }: ProofPanelProps) {
  const t = proofTexts.useTexts()
  const proof = useProof(edition)
  return (
    <section className={styles['panel']} aria-label={t('title')} aria-busy={proof.fetching}>
      {proof.error ? <ProblemNotice error={proof.error} onRetry={proof.again} /> : null}
      {proof.pending ? <ListSkeleton rows={5} /> : null}
      {proof.data ? (
        <Findings
          edition={edition}
          proof={proof.data}
          stale={proof.stale}
          onJump={onJump}
          onAgain={proof.again}
        />
      ) : null}
    </section>
  )
}

type FindingsProps = ProofPanelProps & {
  readonly proof: EditionProof
  /** Of the text before the last change. */
  readonly stale: boolean
  readonly onAgain: () => void
}

function Findings({ edition, proof, stale, onJump, onAgain }: FindingsProps) {
  const t = proofTexts.useTexts()
  const acts = useProofActs(edition, proof)
  const [level, setLevel] = useState<LevelWish>('all')
  const [leaving, setLeaving] = useState<ProofFinding | null>(null)
  const { list, chosen, keys } = useFindingKeys()
  const [may, busy] = [proof.actions.length > 0, acts.busy || stale]
  const open = proof.findings.filter(({ ignored }) => ignored === null)
  const ignored = proof.findings.filter(finding => finding.ignored !== null)
  const groups = groupFindings(
    open.filter(finding => level === 'all' || finding.level === level),
    edition.content,
  )
  const jumpTo = (finding: ProofFinding): (() => void) | null => {
    const place = onJump ? jumpPlaceOf(finding, edition.content) : null
    return place ? () => onJump?.(place) : null
  }
  let at = -1
  return (
    <>
      <div className={styles['head']}>
        <LevelFilter counts={proof.counts} value={level} onChange={setLevel} />
        <span className={styles['deeds']}>
          <Button size="small" type="text" loading={stale} onClick={onAgain}>
            {t('again')}
          </Button>
          {may ? <MendAll findings={open} acts={{ ...acts, busy }} /> : null}
        </span>
      </div>
      <p className={styles['note']} role="status">
        {stale ? t('reading') : proof.pages === 'failed' ? t('noPages') : null}
      </p>
      {open.length === 0 ? (
        <EmptyState title={t('clean')}>
          {ignored.length > 0 ? t('cleanIgnored', { count: ignored.length }) : t('cleanWords')}
        </EmptyState>
      ) : null}
      {open.length > 0 && groups.length === 0 ? <p className={styles['soft']}>{t('noneOfLevel')}</p> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys move between the rows, which are buttons */}
      <div ref={list} className={styles['groups']} onKeyDown={keys}>
        {groups.map(({ item, findings }) => (
          <section key={item?.id ?? 'issue'} className={styles['group']}>
            <h2>{item ? item.headline || firstWords(item) || t('untitled') : t('issue')}</h2>
            <ul>
              {findings.map(finding => {
                at++
                return (
                  <FindingRow
                    key={finding.fingerprint}
                    finding={finding}
                    around={wordsAround(finding, edition.content)}
                    chosen={chosen === at}
                    busy={busy}
                    onJump={jumpTo(finding)}
                    onMend={may && finding.mend !== null ? () => void acts.mend([finding]) : null}
                    onIgnore={may && !ofPages.has(finding.rule) ? () => setLeaving(finding) : null}
                    onHeed={null}
                  />
                )
              })}
            </ul>
          </section>
        ))}
      </div>
      {open.length > 0 && onJump ? <p className={styles['keys']}>{t('keys')}</p> : null}
      {ignored.length > 0 ? (
        <details className={styles['ignored']}>
          <summary>{t('ignored', { count: ignored.length })}</summary>
          <ul>
            {ignored.map(finding => (
              <FindingRow
                key={finding.fingerprint}
                finding={finding}
                around={wordsAround(finding, edition.content)}
                chosen={false}
                busy={busy}
                onJump={jumpTo(finding)}
                onMend={null}
                onIgnore={null}
                onHeed={may ? () => void acts.heed(finding) : null}
              />
            ))}
          </ul>
        </details>
      ) : null}
      {leaving ? (
        <IgnoreDialog
          quote={leaving.quote}
          busy={acts.busy}
          onIgnore={reason => void acts.ignore(leaving, reason).then(() => setLeaving(null))}
          onClose={() => setLeaving(null)}
        />
      ) : null}
    </>
  )
}

/** What the pages say is mended in the text or the settings; there is nothing to leave as it is. */
const ofPages = new Set<string>(['layout', 'missing-glyph'])

const longestTitle = 18

function firstWords({ doc }: Edition['content'][number]): string {
  const [first] = doc.content
  const text = first && 'content' in first && first.type !== 'table' ? inlineText(first.content) : ''
  return text.length > longestTitle ? `${text.slice(0, longestTitle)}…` : text
}
