import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField, formatCount } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { ContestAwards, LotteryPool } from '../../contract/index.ts'
import styles from './award.module.css'
import { poolQuery, useLotteryStep } from './award.queries.ts'
import { awardTexts } from './award.texts.ts'

type NewDrawProps = {
  readonly awards: ContestAwards
  readonly lottery: NonNullable<ContestAwards['lottery']>
}
const whole = 'whole'

/** What is committed to: name, prize, from whom, how many. */
export function NewDraw({ awards, lottery }: NewDrawProps) {
  const t = awardTexts.useTexts()
  const { message } = App.useApp()
  const ended = awards.state !== 'open'
  const [drawId, setDrawId] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('')
  const [prize, setPrize] = useState('')
  const [pool, setPool] = useState(ended ? whole : (lottery.days[0]?.day ?? whole))
  const [count, setCount] = useState(1)
  const [again, setAgain] = useState(false)
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState(false)
  const day = pool === whole ? null : pool
  const counted = useQuery(poolQuery(awards.id, { ...(day ? { day } : {}), ...(again ? { again } : {}) }))
  const step = useLotteryStep(awards.id)
  const nameless = name.trim().length < 2
  const problem = faultOf(counted.data, count)
  const eligible = counted.data?.eligible ?? 0
  const commit = async () => {
    await step.mutateAsync({
      act: 'commit',
      wish: { id: drawId, name: name.trim(), prize: prize.trim(), day, count, again },
    })
    void message.success(t('done.commit'))
    setDrawId(crypto.randomUUID())
  }
  const days = lottery.days.map(each => ({
    value: each.day,
    label: t('dayPool', { day: each.day, people: formatCount(each.people), draws: each.draws }),
  }))
  return (
    <section className={styles['card']} aria-labelledby="award-new">
      <h2 id="award-new">{t('newDraw')}</h2>
      <p className={styles['note']}>{t('newDrawNote')}</p>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          setTried(true)
          if (!nameless && counted.data && problem === null) setAsked(true)
        }}
      >
        <FormField label={t('name')} hint={t('nameHint')} problem={tried && nameless ? t('mustName') : null}>
          <Input
            autoComplete="off"
            maxLength={60}
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </FormField>
        <FormField label={t('prize')}>
          <Input
            autoComplete="off"
            maxLength={60}
            value={prize}
            onChange={event => setPrize(event.target.value)}
          />
        </FormField>
        <FormField label={t('pool')}>
          <Select
            value={pool}
            onChange={setPool}
            options={[{ value: whole, label: t('wholePool') }, ...(lottery.drawsADay > 0 ? days : [])]}
          />
        </FormField>
        <FormField label={t('count')} problem={problem === 'many' ? t('tooMany', { eligible }) : null}>
          <InputNumber
            min={1}
            max={10_000}
            precision={0}
            value={count}
            onChange={value => setCount(value ?? 1)}
          />
        </FormField>
        <Checkbox checked={again} onChange={event => setAgain(event.target.checked)}>
          {t('again')}
        </Checkbox>
        <p role="status" className={styles['note']}>
          {counted.isPending
            ? t('counting')
            : (counted.data?.blocked ?? t('eligible', { eligible: formatCount(eligible) }))}
        </p>
        <span>
          <Button type="primary" htmlType="submit" disabled={problem === 'blocked' || problem === 'nobody'}>
            {t('commit')}
          </Button>
        </span>
      </form>
      {asked ? (
        <ActDialog
          title={t('commitTitle')}
          confirm={t('commit')}
          cancel={t('cancel')}
          overtaken={t('overtaken')}
          onConfirm={commit}
          onClose={() => setAsked(false)}
        >
          <p>{t('commitWords', { eligible: formatCount(eligible), count })}</p>
        </ActDialog>
      ) : null}
    </section>
  )
}

function faultOf(pool: LotteryPool | undefined, count: number): 'blocked' | 'nobody' | 'many' | null {
  if (!pool) return null
  if (pool.blocked !== null) return 'blocked'
  if (pool.eligible === 0) return 'nobody'
  return count > pool.eligible ? 'many' : null
}
