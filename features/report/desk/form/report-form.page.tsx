import { AbsentRecord, BackToList, ListSkeleton, PageHeader, ProblemNotice, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useEffect, useState } from 'react'
import type { ReportForm as FormFacts, Report, ReportDraft } from '../../contract/index.ts'
import { formQuery, reportQuery, usePersonId } from '../report.queries.ts'
import { copyOf } from './draft-of.ts'
import { formTexts } from './form.texts.ts'
import type { FormSearch } from './form-search.ts'
import { ReportForm } from './report-form.tsx'
import { type DraftLoad, useDraft, useKeeper } from './use-draft.ts'
import { newId } from './use-form.ts'

export default function ReportFormPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  // A form of its own for each report: nothing of one stays in the other.
  return <FormPage key={id} id={id} />
}

function FormPage({ id }: { id: string }) {
  const t = formTexts.useTexts()
  const [search, setSearch] = useFilters<FormSearch>()
  const personId = usePersonId()
  const [unitId, setUnitId] = useState(search.unitId)
  const form = useQuery(formQuery(unitId))
  const copied = useQuery({ ...reportQuery(search.copy ?? ''), enabled: search.copy !== undefined })
  const ready =
    form.data !== undefined && personId !== null && (search.copy === undefined || !copied.isPending)
  const load = useDraft(
    ready
      ? {
          ...{ reportId: id, personId, unitId: form.data.unitId, fresh: search.new === true },
          begin: beginning(search, form.data, copied.data),
        }
      : null,
  )
  const known = load.state === 'open' ? load.keeper.snapshot().report : null
  const mends = known !== null && known.state !== 'draft'
  const header = (
    <PageHeader
      title={t(mends ? 'editTitle' : 'newTitle')}
      back={<BackToList to="/reports">{t('backToMine')}</BackToList>}
    />
  )
  if (form.error && !form.data)
    return (
      <>
        {header}
        <ProblemNotice error={form.error} onRetry={() => void form.refetch()} />
      </>
    )
  if (load.state === 'failed')
    return (
      <AbsentRecord
        query={{ error: load.error, refetch: () => location.reload() }}
        list="/reports"
        title={t('editTitle')}
        back={t('backToMine')}
        missing={t('missing')}
        goList={t('backToMine')}
      />
    )
  return (
    <>
      {header}
      {load.state === 'away' ? <Away report={load.report} /> : null}
      {load.state === 'loading' || !form.data || !personId ? <ListSkeleton rows={8} /> : null}
      {load.state === 'open' && form.data && personId ? (
        <Open
          id={id}
          load={load}
          form={form.data}
          personId={personId}
          onUnit={setUnitId}
          onKnown={() => search.new && setSearch({ new: undefined })}
        />
      ) : null}
    </>
  )
}

type OpenProps = {
  readonly id: string
  readonly load: Extract<DraftLoad, { state: 'open' }>
  readonly form: FormFacts
  readonly personId: string
  readonly onUnit: (unitId: string) => void
  /** The server has it: from now on its address is asked for as any other. */
  readonly onKnown: () => void
}

function Open({ id, load, form, personId, onUnit, onKnown }: OpenProps) {
  const { draft, report } = useKeeper(load.keeper)
  const known = report !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once
  useEffect(() => {
    if (known) onKnown()
  }, [known])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft of another unit of theirs asks for that one's tasks
  useEffect(() => {
    if (draft.unitId !== form.unitId) onUnit(draft.unitId)
  }, [draft.unitId])
  return (
    <>
      {report?.state === 'returned' ? <Returned report={report} /> : null}
      <ReportForm
        reportId={id}
        personId={personId}
        form={form}
        keeper={load.keeper}
        photos={load.photos}
        onUnit={onUnit}
      />
    </>
  )
}

function Away({ report }: { report: Report }) {
  const t = formTexts.useTexts()
  return (
    <Alert
      type="info"
      showIcon
      title={t('awayTitle')}
      description={
        <Link to="/reports/$id" params={{ id: report.id }}>
          {t('awayLink')}
        </Link>
      }
    />
  )
}

function Returned({ report }: { report: Report }) {
  const t = formTexts.useTexts()
  const step = report.steps.findLast(({ reason }) => reason !== null)
  if (!step) return null
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBlockEnd: 12 }}
      title={t('returnedBy', { by: [step.unitName, step.byName].filter(Boolean).join(' ') })}
      description={step.reason}
    />
  )
}

/** What a new report begins with: a task that was chosen elsewhere, or the words of another one. */
function beginning(
  { taskId, periodNo, commissionId, copy }: FormSearch,
  form: FormFacts,
  copied: Report | undefined,
): ((draft: ReportDraft) => ReportDraft) | null {
  if (copy && copied) return ({ unitId }) => ({ ...copyOf(copied, newId), unitId })
  const commission = form.commissions.find(({ id }) => id === commissionId)
  if (commission) {
    const { id, title, campaignId, taskId: task, periodNo: no } = commission
    return draft => ({
      ...draft,
      campaignId,
      taskId: task,
      periodNo: no,
      commissionId: id,
      title: title.slice(0, 120),
    })
  }
  const campaign = form.campaigns.find(({ tasks }) => tasks.some(({ id }) => id === taskId))
  if (!campaign || !taskId) return null
  const task = campaign.tasks.find(({ id }) => id === taskId)
  const no =
    task?.periods.find(period => period.no === periodNo)?.no ??
    (task?.periods.length === 1 ? task.periods[0]!.no : null)
  return draft => ({ ...draft, campaignId: campaign.id, taskId, periodNo: no })
}
