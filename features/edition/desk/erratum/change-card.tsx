import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField, formatInstant, StateTag } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { SourceChange } from '../../contract/index.ts'
import styles from './erratum.module.css'
import { dismissChange, erratumKey } from './erratum.queries.ts'
import { erratumTexts } from './erratum.texts.ts'

/** One change: what it was, what is printed of it, where else it counts, and what can be done. */
export function ChangeCard({ change }: { readonly change: SourceChange }) {
  const t = erratumTexts.useTexts()
  const [dismissing, setDismissing] = useState(false)
  const { editionId, editionState, itemId } = change
  const issued = editionState === 'issued' || editionState === 'signed'
  return (
    <>
      <div className={styles['head']}>
        <h2>
          <Link to="/reports/$id" params={{ id: change.reportId }}>
            {change.reportTitle || t('untitled')}
          </Link>
        </h2>
        {change.causes.map(cause => (
          <StateTag key={cause} tone={cause === 'figures' ? 'doubt' : 'bad'}>
            {t(`cause.${cause}`)}
          </StateTag>
        ))}
      </div>
      <p className={styles['soft']}>
        {change.reportUnit} · {formatInstant(change.at)}
      </p>
      <dl className={styles['facts']}>
        <dt>{t('uses')}</dt>
        <dd>
          {issued ? (
            <Link to="/issues/$id" params={{ id: editionId }}>
              {t('inIssue', { issue: change.editionName, column: change.columnName })}
            </Link>
          ) : (
            <Link to="/editions/$id" params={{ id: editionId }} search={{ item: itemId }}>
              {t('inIssue', { issue: change.editionName, column: change.columnName })}
            </Link>
          )}
          {change.headline ? ` 《${change.headline}》` : null}
        </dd>
      </dl>
      <Numbers change={change} />
      <Places change={change} />
      {change.settledReason ? (
        <p className={styles['soft']}>
          {t('settled', { name: change.settledName ?? '', reason: change.settledReason })}
        </p>
      ) : null}
      <div className={styles['acts']}>
        {change.errata.map(({ id, state }) => (
          <Link key={id} to="/errata/$id" params={{ id }}>
            {t('errataOf', { state: t(`state.${state}`) })}
          </Link>
        ))}
        {change.actions.includes('draft') && change.numbers.length === 0 ? (
          <Link to="/errata/new" search={{ edition: editionId, change: change.id }}>
            {t('draft')}
          </Link>
        ) : null}
        {!issued && change.actions.length > 0 ? (
          <Link to="/editions/$id" params={{ id: editionId }} search={{ item: itemId }}>
            {t('openItem')}
          </Link>
        ) : null}
        {change.actions.includes('dismiss') ? (
          <Button size="small" onClick={() => setDismissing(true)}>
            {t('dismiss')}
          </Button>
        ) : null}
      </div>
      {dismissing ? <DismissDialog change={change} onClose={() => setDismissing(false)} /> : null}
    </>
  )
}

function Numbers({ change }: { readonly change: SourceChange }) {
  const t = erratumTexts.useTexts()
  if (!change.numbers.length) return null
  return (
    <ul className={styles['numbers']}>
      {change.numbers.map(number => (
        <li key={number.refId}>
          <span className={styles['soft']}>{number.context}</span>
          <span>
            {t('printed')} <del>{number.shown}</del>，{' '}
            {number.now === null ? (
              <ins>{t('nowNothing')}</ins>
            ) : (
              <>
                {t('nowIs')} <ins>{number.now}</ins>
              </>
            )}
            {number.op === 'one' ? null : (
              <span className={styles['soft']}> {t('sumWas', { before: number.before })}</span>
            )}
          </span>
          {change.actions.includes('draft') ? (
            <Link
              to="/errata/new"
              search={{ edition: change.editionId, change: change.id, number: number.refId }}
            >
              {t('draft')}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Places({ change: { ledger, scores } }: { readonly change: SourceChange }) {
  const t = erratumTexts.useTexts()
  if (!ledger.length && !scores.length) return null
  return (
    <dl className={styles['facts']}>
      {ledger.length > 0 ? (
        <>
          <dt>{t('ledger')}</dt>
          <dd>
            <ul>
              {ledger.map(({ taskId, campaignId, unitId, name, stands }) => (
                <li key={taskId + unitId}>
                  <Link to="/coverage" search={{ campaign: campaignId, unit: unitId }}>
                    {t(stands ? 'stands' : 'fell', { task: name })}
                  </Link>
                </li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
      {scores.length > 0 ? (
        <>
          <dt>{t('scores')}</dt>
          <dd>
            <ul>
              {scores.map(({ campaignId, unitId, unitName, rule, points, month }) => (
                <li key={unitId + rule + month + points}>
                  <Link to="/scoring/units/$id" params={{ id: unitId }} search={{ campaign: campaignId }}>
                    {t('scoreLine', { unit: unitName, rule, points, month })}
                  </Link>
                </li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
    </dl>
  )
}

function DismissDialog({ change, onClose }: { readonly change: SourceChange; readonly onClose: () => void }) {
  const t = erratumTexts.useTexts()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('dismissTitle')}
      confirm={t('dismiss')}
      cancel={t('cancel')}
      blocked={reason.trim().length < 2}
      overtaken={t('overtaken')}
      onConfirm={async () => {
        await dismissChange(change.id, reason.trim())
        await client.invalidateQueries({ queryKey: [erratumKey] })
      }}
      onClose={onClose}
    >
      <p>{t('dismissWords')}</p>
      <FormField label={t('reason')}>
        <Input.TextArea
          rows={3}
          maxLength={500}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </FormField>
    </ActDialog>
  )
}
