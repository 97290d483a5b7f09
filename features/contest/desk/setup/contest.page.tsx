import { AbsentRecord, BackToList, isMissing, PageHeader } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { identityTexts } from '../identity/identity.texts.ts'
import { contestQuery } from './contest.queries.ts'
import { ContestOverview } from './contest-overview.tsx'
import { ContestTag } from './contest-tag.tsx'
import { DraftContest } from './draft-contest.tsx'
import { setupTexts } from './setup.texts.ts'

/** One contest: its settings as long as it is a draft, then what is done with it. */
export default function ContestPage() {
  const t = setupTexts.useTexts()
  const codes = identityTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const contest = useQuery(contestQuery(id))
  if (!contest.data || isMissing(contest.error))
    return (
      <AbsentRecord
        query={contest}
        list="/contests"
        title={t('one')}
        back={t('back')}
        missing={t('missing')}
        goList={t('goList')}
      />
    )
  const { title, state, unitName, actions, rules } = contest.data
  return (
    <>
      <PageHeader
        title={title}
        back={<BackToList to="/contests">{t('back')}</BackToList>}
        note={
          <>
            <ContestTag state={state} /> {unitName}
          </>
        }
        actions={
          rules.identity.kind === 'code' ? (
            <Link to="/contests/$id/entry-codes" params={{ id }}>
              {codes('title')}
            </Link>
          ) : undefined
        }
      />
      {actions.includes('edit') ? (
        <DraftContest key={id} contest={contest.data} />
      ) : (
        <ContestOverview key={id} contest={contest.data} />
      )}
    </>
  )
}
