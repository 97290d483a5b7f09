import { usePaused } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { teamQuery } from '../inspection.queries.ts'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'

type Member = { readonly personId: string; readonly name: string; readonly leader: boolean }
type TeamFieldProps = {
  readonly team: readonly Member[]
  readonly onChange: (team: readonly Member[]) => void
}

/** Who goes along, and who leads them; the first one leads until somebody else is named. */
export function TeamField({ team, onChange }: TeamFieldProps) {
  const t = tourTexts.useTexts()
  const title = useId()
  const [typed, setTyped] = useState('')
  const found = useQuery(teamQuery(usePaused(typed.trim(), 200)))
  const rows = (found.data?.rows ?? []).filter(row => !team.some(({ personId }) => personId === row.personId))
  const add = (personId: string) => {
    const row = rows.find(each => each.personId === personId)
    if (row) onChange([...team, { personId, name: row.name, leader: team.length === 0 }])
    setTyped('')
  }
  const remove = (member: Member) => {
    const left = team.filter(each => each !== member)
    onChange(member.leader ? left.map((each, at) => ({ ...each, leader: at === 0 })) : left)
  }
  return (
    <section className={styles['card']} aria-labelledby={title}>
      <h2 id={title}>{t('team')}</h2>
      <p className={styles['faint']}>{t('teamHint')}</p>
      {team.length === 0 ? <p className={styles['note']}>{t('noTeam')}</p> : null}
      <ul className={styles['team']}>
        {team.map(member => (
          <li key={member.personId}>
            <strong>{member.name}</strong>
            <Radio
              checked={member.leader}
              onChange={() => onChange(team.map(each => ({ ...each, leader: each === member })))}
            >
              {t('leader')}
            </Radio>
            <Button
              type="link"
              danger
              aria-label={t('removeMember', { name: member.name })}
              onClick={() => remove(member)}
            >
              {t('stopRemove')}
            </Button>
          </li>
        ))}
      </ul>
      <Select
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
        className={styles['wideSelect'] ?? ''}
        aria-label={t('addMember')}
        placeholder={t('addMember')}
        value={null}
        onChange={personId => personId && add(personId)}
        options={rows.map(({ personId, name, unitName }) => ({
          value: personId,
          label: `${name}（${unitName}）`,
        }))}
      />
    </section>
  )
}
