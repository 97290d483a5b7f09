import { DayField, FormField, ProblemNotice, useSending } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { RecognitionKind, ScoredCampaign, ScoringVersion } from '../contract/index.ts'
import { ReportField } from './report-field.tsx'
import styles from './scoring.module.css'
import { registerAbove, registerInstruction, scoringKey } from './scoring.queries.ts'
import { scoringTexts } from './scoring.texts.ts'

type RegisterDialogProps = {
  readonly kind: RecognitionKind
  readonly campaign: ScoredCampaign
  readonly today: string
  readonly onClose: () => void
}

/** 上级采用 or 批示 of a report; what can be chosen are the names of the rules of that day. */
export function RegisterDialog({ kind, campaign, today, onClose }: RegisterDialogProps) {
  const t = scoringTexts.useTexts()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [report, setReport] = useState<string | undefined>()
  const [day, setDay] = useState<string | undefined>([today, campaign.to].sort()[0])
  const [name, setName] = useState<string | undefined>()
  const [form, setForm] = useState<string | undefined>()
  const [words, setWords] = useState({ issue: '', office: '', link: '', note: '' })
  const [tried, setTried] = useState(false)
  const { busy, error, send } = useSending(() => {
    void message.success(t('registered'))
    void client.invalidateQueries({ queryKey: [scoringKey] })
    onClose()
  })
  const version = versionOn(campaign.versions, day)
  const choices = (kind === 'above' ? version?.bulletins : version?.leaders) ?? []
  const forms = kind === 'above' ? version?.bulletins?.find(({ id }) => id === name)?.forms : undefined
  const link = words.link.trim()
  const faults = {
    report: !report,
    day: !day,
    name: !choices.some(({ id }) => id === name),
    form: forms !== undefined && !forms.some(({ id }) => id === form),
    office: kind === 'instruction' && words.office.trim().length < 2,
    link: link !== '' && !/^https?:\/\//.test(link),
  }
  const whole = !Object.values(faults).includes(true)
  const must = (fault: boolean) => (tried && fault ? t('must') : null)
  const write = (key: keyof typeof words) => (event: { target: { value: string } }) =>
    setWords({ ...words, [key]: event.target.value })
  const submit = () => {
    setTried(true)
    if (!whole) return
    const common = { reportId: report!, day: day!, note: words.note.trim() }
    void send(() =>
      kind === 'above'
        ? registerAbove({
            ...common,
            bulletin: name!,
            form: forms ? form! : null,
            issue: words.issue.trim(),
            link: link || null,
          })
        : registerInstruction({ ...common, leader: name!, office: words.office.trim() }),
    )
  }
  return (
    <Modal
      open
      title={t(kind === 'above' ? 'registerAbove' : 'registerInstruction')}
      okText={t('register')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: busy }}
      onOk={submit}
      onCancel={onClose}
    >
      <div className={styles['form']}>
        <ReportField
          campaign={campaign.id}
          value={report}
          onChange={setReport}
          problem={must(faults.report)}
        />
        <FormField label={t('onDay')} problem={must(faults.day)}>
          <DayField label={t('onDay')} value={day} onChange={setDay} earliest={campaign.from} />
        </FormField>
        <FormField
          label={t(kind === 'above' ? 'bulletin' : 'leader')}
          hint={choices.length === 0 ? t('noChoices') : undefined}
          problem={must(faults.name)}
        >
          <Select
            value={choices.some(({ id }) => id === name) ? name : undefined}
            onChange={id => {
              setName(id)
              setForm(undefined)
            }}
            options={choices.map(each => ({ value: each.id, label: each.name }))}
          />
        </FormField>
        {forms ? (
          <FormField label={t('form')} problem={must(faults.form)}>
            <Select
              value={form}
              onChange={setForm}
              options={forms.map(each => ({ value: each.id, label: each.name }))}
            />
          </FormField>
        ) : null}
        {kind === 'above' ? (
          <>
            <FormField label={t('issue')} hint={t('issueHint')}>
              <Input maxLength={60} value={words.issue} onChange={write('issue')} />
            </FormField>
            <FormField label={t('link')} problem={faults.link ? t('linkProblem') : null}>
              <Input type="url" maxLength={500} value={words.link} onChange={write('link')} />
            </FormField>
          </>
        ) : (
          <FormField label={t('office')} hint={t('officeHint')} problem={must(faults.office)}>
            <Input maxLength={60} value={words.office} onChange={write('office')} />
          </FormField>
        )}
        <FormField label={t('remark')}>
          <Input.TextArea rows={2} maxLength={500} value={words.note} onChange={write('note')} />
        </FormField>
        {error ? <ProblemNotice error={error} /> : null}
      </div>
    </Modal>
  )
}

/** The version of a day, as the server chooses it. */
function versionOn(versions: readonly ScoringVersion[], day: string | undefined): ScoringVersion | null {
  const began = versions.filter(version => day !== undefined && version.from <= day)
  return began.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null
}
