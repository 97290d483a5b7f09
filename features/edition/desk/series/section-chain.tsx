import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { type ChainStep, type RoleHolders, signingRoles } from '../../contract/index.ts'
import { Section } from './section.tsx'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'
import { freeKey, moved } from './series-form.ts'
import type { SeriesForm } from './use-series-form.ts'

const mostSteps = 6

export function ChainSection({ form }: { readonly form: SeriesForm }) {
  const t = seriesTexts.useTexts()
  const { words, change, editable, series } = form
  const { chain } = words
  const put = (next: ChainStep[]) => change({ chain: next })
  // A new step comes before the one that signs.
  const add = () =>
    put([
      ...chain.slice(0, -1),
      { key: freeKey('step', chain), name: '', role: 'reviser', edits: true },
      ...chain.slice(-1),
    ])
  return (
    <Section title={t('chain')} note={t('chainNote')}>
      <ol className={styles['rows']}>
        {chain.map((step, at) => {
          const last = at === chain.length - 1
          const { name } = step
          const set = (next: Partial<ChainStep>) => put(chain.with(at, { ...step, ...next }))
          return (
            <li key={step.key} className={styles['stepRow']}>
              <Input
                className={styles['stepName'] ?? ''}
                aria-label={t('stepName')}
                value={name}
                maxLength={12}
                status={name.trim() ? '' : 'error'}
                onChange={event => set({ name: event.target.value })}
              />
              <Select
                className={styles['stepRole'] ?? ''}
                aria-label={t('stepRole')}
                value={step.role}
                options={signingRoles.map(role => ({ value: role, label: t(`role.${role}`) }))}
                onChange={role => set({ role })}
              />
              <Checkbox checked={step.edits} onChange={event => set({ edits: event.target.checked })}>
                {t('stepEdits')}
              </Checkbox>
              <span className={styles['signs']}>{last ? t('stepSigns') : ''}</span>
              <span className={styles['rowButtons']}>
                <Button
                  type="text"
                  icon={<ArrowUpOutlined aria-hidden="true" />}
                  aria-label={t('up', { name })}
                  disabled={!editable || at === 0}
                  onClick={() => put(moved(chain, at, at - 1))}
                />
                <Button
                  type="text"
                  icon={<ArrowDownOutlined aria-hidden="true" />}
                  aria-label={t('down', { name })}
                  disabled={!editable || last}
                  onClick={() => put(moved(chain, at, at + 1))}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden="true" />}
                  aria-label={t('remove', { name })}
                  disabled={!editable || chain.length === 1}
                  onClick={() => put(chain.filter(({ key }) => key !== step.key))}
                />
              </span>
              <Holders role={step.role} holders={series.holders} />
            </li>
          )
        })}
      </ol>
      <div>
        <Button onClick={add} disabled={!editable || chain.length >= mostSteps}>
          {t('addStep')}
        </Button>
      </div>
    </Section>
  )
}

type HoldersProps = { readonly role: ChainStep['role']; readonly holders: readonly RoleHolders[] }

function Holders({ role, holders }: HoldersProps) {
  const t = seriesTexts.useTexts()
  const names = holders.find(each => each.role === role)?.names ?? []
  if (names.length > 0)
    return <span className={styles['held']}>{t('held', { names: names.join('、') })}</span>
  return (
    <span className={styles['heldNobody']} role="status">
      {t('heldNobody', { role: t(`role.${role}`) })}
    </span>
  )
}
