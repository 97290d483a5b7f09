import { CloseOutlined } from '@ant-design/icons'
import { answer, api, usePaused } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button } from 'antd'
import { useState } from 'react'
import { accept, dismiss } from './accept-proposal.ts'
import { PendingLine } from './field-frame.tsx'
import styles from './form.module.css'
import { formTexts } from './form.texts.ts'
import { type FormTools, newId } from './use-form.ts'

/** Units that took part besides the reporting one. */
export function PartnerRows({ tools }: { tools: FormTools }) {
  const t = formTexts.useTexts()
  const { draft, change, lit, onLight } = tools
  return (
    <fieldset className={styles['group']} data-field="partners">
      <legend className={styles['label']}>{t('partners')}</legend>
      {draft.proposal?.units.map((unit, at) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: lights its words beside; the controls inside take keys
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a proposal is known by its place
          key={`${at} ${unit.name}`}
          className={styles['field']}
          data-field={`unit?${at}`}
          data-pending
          data-lit={lit === `unit?${at}` ? true : undefined}
          onFocus={() => onLight(`unit?${at}`)}
          onPointerDown={() => onLight(`unit?${at}`)}
        >
          <div className={styles['fieldHead']}>
            <strong>{unit.name}</strong>
            <span className={styles['waits']}>{t('pending')}</span>
          </div>
          <PendingLine
            label={unit.name}
            pending={{
              surface: unit.surface,
              onAccept: () => change(now => accept(now, `unit:${at}`, newId)),
              onDismiss: () => change(now => dismiss(now, `unit:${at}`)),
            }}
          />
        </div>
      ))}
      {draft.partners.length ? (
        <ul className={styles['partners']}>
          {draft.partners.map((partner, at) => (
            <li key={partner.name} data-lit={lit === `unit:${at}` ? true : undefined}>
              {partner.name}
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden="true" />}
                aria-label={t('removePartner', { name: partner.name })}
                onClick={() =>
                  change(now => ({
                    ...now,
                    partners: now.partners.filter(({ name }) => name !== partner.name),
                  }))
                }
              />
            </li>
          ))}
        </ul>
      ) : null}
      <AddPartner tools={tools} />
    </fieldset>
  )
}

function AddPartner({ tools: { change } }: { tools: FormTools }) {
  const t = formTexts.useTexts()
  const [typed, setTyped] = useState('')
  const q = usePaused(typed.trim(), 250)
  const found = useQuery({
    queryKey: ['units', 'partners', q],
    queryFn: ({ signal }) => answer(api.GET('/api/units', { params: { query: { q, pageSize: 6 } }, signal })),
    enabled: q.length > 1,
  })
  const rows = q === typed.trim() ? (found.data?.rows ?? []) : []
  const add = (words: string) => {
    const name = words.trim().slice(0, 60)
    if (!name) return
    const unitId = rows.find(row => row.name === name)?.id ?? null
    change(now =>
      now.partners.some(other => other.name === name)
        ? now
        : { ...now, partners: [...now.partners, { unitId, name, role: 'participate' }] },
    )
    setTyped('')
  }
  return (
    <div className={styles['addPartner']}>
      <AutoComplete
        aria-label={t('partnerName')}
        placeholder={t('partnerName')}
        value={typed}
        options={rows.map(({ name }) => ({ value: name }))}
        onChange={setTyped}
        onSelect={add}
      />
      <Button onClick={() => add(typed)} disabled={!typed.trim()}>
        {t('addPartner')}
      </Button>
    </div>
  )
}
