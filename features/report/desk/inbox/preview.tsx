import { formatInstant, ListSkeleton, ProblemNotice, StateTag } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { InboxWords, Report } from '../../contract/index.ts'
import { reportQuery } from '../report.queries.ts'
import { ClaimLine } from './claim-line.tsx'
import { inboxTexts } from './inbox.texts.ts'
import { stateTones } from './inbox-rows.tsx'
import { typeName } from './inbox-words.ts'
import { LitText } from './lit-text.tsx'
import styles from './preview.module.css'
import { PreviewParts } from './preview-parts.tsx'
import { SimilarList } from './similar-list.tsx'
import type { Claiming } from './use-claim.ts'

export const previewDeeds = ['adopt', 'accept', 'keep', 'return', 'forward', 'revoke', 'reopen'] as const
export type PreviewDeed = (typeof previewDeeds)[number]
const keyOf: Readonly<Partial<Record<PreviewDeed, string>>> = {
  adopt: 'a',
  accept: 'e',
  keep: 's',
  return: 'r',
  forward: 'f',
}

export type PreviewProps = {
  readonly id: string
  readonly words: InboxWords | undefined
  readonly claiming: Claiming
  readonly onDeed: (deed: PreviewDeed, report: Report) => void
  readonly onTogether: (ids: readonly string[]) => void
  /** On a narrow window it stands alone. */
  readonly onBack: (() => void) | null
}

/** One report as the desk reads it, with everything that can be done with it on top. */
export function Preview(props: PreviewProps) {
  const { id, onBack } = props
  const t = inboxTexts.useTexts()
  const report = useQuery(reportQuery(id))
  return (
    <>
      {onBack ? <h1 className={styles['unseen']}>{t('menu')}</h1> : null}
      {onBack ? (
        <Button type="link" className={styles['back'] ?? ''} onClick={onBack}>
          ← {t('back')}
        </Button>
      ) : null}
      {report.error ? <ProblemNotice error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.isPending ? <ListSkeleton /> : null}
      {report.data ? <Read {...props} report={report.data} /> : null}
    </>
  )
}

type ReadProps = PreviewProps & { readonly report: Report }

function Read({ report, words, claiming, onDeed, onTogether }: ReadProps) {
  const t = inboxTexts.useTexts()
  const may = (report.actions as readonly string[]).filter(action => action !== 'edit')
  const deeds = previewDeeds.filter(deed => may.includes(deed))
  return (
    <article className={styles['report']} aria-label={report.title}>
      {deeds.length ? (
        <div className={styles['deeds']} role="toolbar" aria-label={report.title}>
          {deeds.map((deed, at) => (
            <Button
              key={deed}
              type={at === 0 ? 'primary' : 'default'}
              aria-keyshortcuts={keyOf[deed]}
              onClick={() => onDeed(deed, report)}
            >
              {t(deed)}
              {keyOf[deed] ? <kbd className={styles['key']}>{keyOf[deed]}</kbd> : null}
            </Button>
          ))}
        </div>
      ) : null}
      <ClaimLine report={report} words={words} claiming={claiming} atDesk={deeds.length > 0} />
      <h2>{report.title}</h2>
      <p className={styles['head']}>
        <StateTag tone={stateTones[report.state]}>{t(`state.${report.state}`)}</StateTag>
        <strong>{report.unitName}</strong>
        <span>{typeName(words, report, report.type)}</span>
      </p>
      <dl className={styles['facts']}>
        <Fact name={t('day')}>{[report.startDay, report.endDay].filter(Boolean).join(' – ')}</Fact>
        <Fact name={t('place')}>{report.place}</Fact>
        <Fact name={t('task')}>
          {[report.taskName, report.periodName === report.taskName ? null : report.periodName]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
        <Fact name={t('units')}>{report.partners.map(partner => partner.name).join('、')}</Fact>
        <Fact name={t('author')}>{report.createdName}</Fact>
        <Fact name={t('arrivedAt')}>{report.arrivedAt ? formatInstant(report.arrivedAt) : null}</Fact>
      </dl>
      <LitText text={report.body} figures={report.figures} />
      <PreviewParts report={report} words={words} />
      {report.state === 'submitted' || report.state === 'accepted' ? (
        <SimilarList report={report} onTogether={onTogether} />
      ) : null}
      <Link to="/reports/$id" params={{ id: report.id }}>
        {t('openPage')}
      </Link>
    </article>
  )
}

function Fact({ name, children }: { name: string; children: string | null }) {
  if (!children) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
