import {
  BackToList,
  ListSkeleton,
  PageHeader,
  ProblemNotice,
  useFilters,
  useLanguage,
  usePersonId,
  useSending,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { type ContestChoices, rulesLine } from '../../contract/index.ts'
import { choicesQuery, createContest, useRefreshContests } from './contest.queries.ts'
import { ContestForm } from './contest-form.tsx'
import type { FormSearch } from './contest-search.ts'
import { type ContestValues, freshSlug, wordsOf } from './contest-values.ts'
import { dropValues, keepValues, keptValues } from './kept-values.ts'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

/** A new contest: a template is chosen, then what differs is changed. */
export default function NewContestPage() {
  const t = setupTexts.useTexts()
  const choices = useQuery(choicesQuery)
  const personId = usePersonId()
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        note={t('newNote')}
        back={<BackToList to="/contests">{t('back')}</BackToList>}
      />
      {choices.data && personId ? (
        <NewContest choices={choices.data} personId={personId} />
      ) : choices.error ? (
        <ProblemNotice error={choices.error} onRetry={() => void choices.refetch()} />
      ) : (
        <ListSkeleton />
      )}
    </>
  )
}

type NewContestProps = { readonly choices: ContestChoices; readonly personId: string }

function NewContest({ choices, personId }: NewContestProps) {
  const [values, setValues] = useState<ContestValues | null>(null)
  const [kept, setKept] = useState(() => keptValues(personId, 'new'))
  const change = (next: ContestValues) => {
    setValues(next)
    keepValues(personId, 'new', next)
  }
  if (values)
    return (
      <TypedContest
        values={values}
        choices={choices}
        onChange={change}
        onSaved={() => dropValues(personId, 'new')}
      />
    )
  const begin = ({ rules }: ContestChoices['presets'][number]) => {
    // Where there is one bank there is nothing to choose.
    const bankIds = choices.banks.length === 1 ? [choices.banks[0]!.id] : []
    setValues({ ...choices.home, title: '', slug: freshSlug(rules.opensAt), about: '', bankIds, rules })
  }
  return (
    <>
      {kept ? (
        <KeptNotice
          title={kept.title}
          onGoOn={() => setValues(kept)}
          onDrop={() => {
            dropValues(personId, 'new')
            setKept(null)
          }}
        />
      ) : null}
      <Templates presets={choices.presets} onPick={begin} />
    </>
  )
}

function KeptNotice(props: {
  readonly title: string
  readonly onGoOn: () => void
  readonly onDrop: () => void
}) {
  const t = setupTexts.useTexts()
  return (
    <div className={styles['kept']} role="note">
      <span>{t('keptDraft', { title: props.title || t('keptUntitled') })}</span>
      <span className={styles['buttons']}>
        <Button type="primary" onClick={props.onGoOn}>
          {t('goOn')}
        </Button>
        <Button onClick={props.onDrop}>{t('throwAway')}</Button>
      </span>
    </div>
  )
}

type TemplatesProps = {
  readonly presets: ContestChoices['presets']
  readonly onPick: (preset: ContestChoices['presets'][number]) => void
}

function Templates({ presets, onPick }: TemplatesProps) {
  const t = setupTexts.useTexts()
  const language = useLanguage()
  return (
    <section aria-labelledby="contest-templates">
      <h2 id="contest-templates" className={styles['sectionHead']}>
        {t('templates')}
      </h2>
      <ul className={styles['templates']}>
        {presets.map(preset => (
          <li key={preset.key} className={styles['card']}>
            <h3>{preset.name}</h3>
            <p>{language === 'zh' ? preset.note : rulesLine(preset.rules, language)}</p>
            <span>
              <Button onClick={() => onPick(preset)} aria-label={`${t('useTemplate')}：${preset.name}`}>
                {t('useTemplate')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type TypedContestProps = {
  readonly values: ContestValues
  readonly choices: ContestChoices
  readonly onChange: (values: ContestValues) => void
  readonly onSaved: () => void
}

function TypedContest({ values, choices, onChange, onSaved }: TypedContestProps) {
  const t = setupTexts.useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshContests()
  const [search, setSearch] = useFilters<FormSearch>()
  const [id] = useState(() => crypto.randomUUID())
  const { busy, error, send } = useSending(() => undefined)
  const save = () =>
    void send(async () => {
      await createContest({ id, unitId: values.unitId, ...wordsOf(values) })
      onSaved()
      refresh()
      void message.success(t('saved'))
      const step = search.step ? { step: search.step } : {}
      await navigate({ to: '/contests/$id', params: { id }, search: step, replace: true })
    })
  return (
    <ContestForm
      fresh
      values={values}
      choices={choices}
      step={search.step ?? 'basics'}
      busy={busy}
      error={error}
      status={t('keptHere')}
      onStep={step => setSearch({ step: step === 'basics' ? undefined : step })}
      onChange={onChange}
      onSave={save}
    />
  )
}
