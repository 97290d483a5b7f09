import { ArrowDownOutlined, ArrowUpOutlined, DownOutlined, RightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { GroupAction, GroupSummary } from '../../contract/index.ts'
import { unitTexts } from '../units/unit.texts.ts'
import styles from './group.module.css'
import { groupTexts } from './group.texts.ts'
import { GroupPeople } from './group-people.tsx'

type GroupCardProps = {
  readonly group: GroupSummary
  readonly open: boolean
  readonly onToggle: () => void
  readonly onAct: (act: GroupAction) => void
  /** Its place among the groups of its unit one up and one down; null where there is none. */
  readonly steps: Readonly<Record<'up' | 'down', (() => void) | null>>
}

/** One group: whose it is, what it answers for and who leads it; its members on demand. */
export function GroupCard({ group, open, onToggle, onAct, steps }: GroupCardProps) {
  const t = groupTexts.useTexts()
  const tu = unitTexts.useTexts()
  const kinds = group.unitKinds.map(kind => tu(`kind.${kind}`)).join(t('comma'))
  return (
    <article className={styles['card']} aria-label={group.name}>
      <header>
        <h2>{group.name}</h2>
        <span className={styles['kind']}>{t(`group.${group.kind}`)}</span>
      </header>
      <dl className={styles['facts']}>
        <dt>{t('of')}</dt>
        <dd>
          <Link to="/units/$id" params={{ id: group.unitId }}>
            {group.unitName}
          </Link>
        </dd>
        <dt>{t('answersFor')}</dt>
        <dd>{kinds || t('allUnits')}</dd>
        <dt>{t('heads')}</dt>
        <dd>{group.heads.join(t('comma')) || <span className={styles['quiet']}>{t('noHead')}</span>}</dd>
        <dt>{t('duties')}</dt>
        <dd className={styles['duties']}>
          {group.duties ?? <span className={styles['quiet']}>{t('noDuties')}</span>}
        </dd>
      </dl>
      <footer className={styles['cardFoot']}>
        {group.members > 0 ? (
          <button type="button" className={styles['toggle']} aria-expanded={open} onClick={onToggle}>
            {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
            {t('members', { count: group.members })}
          </button>
        ) : (
          <span className={styles['quiet']}>{t('noMembers')}</span>
        )}
        <span className={styles['acts']}>
          {(['up', 'down'] as const).map(way =>
            steps[way] ? (
              <Button
                key={way}
                size="small"
                type="text"
                icon={
                  way === 'up' ? (
                    <ArrowUpOutlined aria-hidden="true" />
                  ) : (
                    <ArrowDownOutlined aria-hidden="true" />
                  )
                }
                aria-label={t(way === 'up' ? 'moveUp' : 'moveDown', { name: group.name })}
                onClick={steps[way]}
              />
            ) : null,
          )}
          {group.actions.map(act => (
            <Button
              key={act}
              size="small"
              aria-label={`${t(`act.${act}`)} ${group.name}`}
              onClick={() => onAct(act)}
            >
              {t(`act.${act}`)}
            </Button>
          ))}
        </span>
      </footer>
      {open && group.members > 0 ? <GroupPeople id={group.id} /> : null}
    </article>
  )
}
