import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ContestScreen } from '../../../contract/index.ts'
import { CityBars } from './city-bars.tsx'
import { CountUp } from './count-up.tsx'
import { HourCurve } from './hour-curve.tsx'
import styles from './screen.module.css'
import { screenTexts } from './screen.texts.ts'

type PictureProps = {
  readonly id: string
  readonly screen: ContestScreen
  /** The last look failed: what is shown is what was seen before. */
  readonly broken: boolean
}

const timeOf = (at: string): string =>
  new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
const whenOf = (at: string): string => {
  const [day, time] = new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).split(' ')
  return time?.startsWith('00:00') ? day!.slice(5) : `${day!.slice(5)} ${time!.slice(0, 5)}`
}

export function ScreenPicture({ id, screen, broken }: PictureProps) {
  const t = screenTexts.useTexts()
  const box = useRef<HTMLElement>(null)
  const { head, total, today } = screen
  return (
    <main ref={box} className={styles['screen']} data-contest-screen>
      <header className={styles['head']}>
        <div>
          <p className={styles['host']}>{head.unitName}</p>
          <h1>{head.title}</h1>
        </div>
        <p className={styles['state']} role="status" data-broken={broken}>
          {broken ? t('broken', { time: timeOf(screen.now) }) : t(`state.${head.state}`)}
          {broken ? null : <span>{t('updated', { time: timeOf(screen.now) })}</span>}
          {head.whole ? null : <span>{t('part')}</span>}
        </p>
        <div className={styles['acts']}>
          <FullScreen box={box} />
          <Link to="/contests/$id/statistics" params={{ id }}>
            {t('back')}
          </Link>
        </div>
      </header>
      <dl className={styles['figures']}>
        {(['people', 'attempts', 'views'] as const).map(measure => (
          <div key={measure}>
            <dt>{t(measure)}</dt>
            <dd>
              <CountUp value={total[measure]} className={styles['big']} />
              <span className={styles['small']}>
                {t('today')} <CountUp value={today[measure]} sign="+" />
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <section className={styles['cities']} aria-labelledby="screen-cities">
        <h2 id="screen-cities">{t(head.whole ? 'cities' : 'citiesPart')}</h2>
        <CityBars lines={screen.cities} most={18} />
      </section>
      <section className={styles['curve']} aria-labelledby="screen-curve">
        <h2 id="screen-curve">{t('curve')}</h2>
        <HourCurve screen={screen} />
      </section>
      <section className={styles['units']} aria-labelledby="screen-units">
        <h2 id="screen-units">{t('units')}</h2>
        <CityBars lines={screen.units} most={8} />
      </section>
      <div className={styles['news']}>
        {screen.people.length > 0 ? <Leaders screen={screen} /> : null}
        <Milestones screen={screen} />
      </div>
    </main>
  )
}

function Leaders({ screen: { people } }: { readonly screen: ContestScreen }) {
  const t = screenTexts.useTexts()
  return (
    <section aria-labelledby="screen-leaders">
      <h2 id="screen-leaders">{t('leaders')}</h2>
      <ol className={styles['leaders']}>
        {people.slice(0, 5).map(({ place, name, unitName, score }) => (
          <li key={`${place} ${name} ${unitName}`}>
            <b>{place}</b>
            <span>
              {name}
              <small>{unitName}</small>
            </span>
            <span>{t('points', { score })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Milestones({ screen: { milestones, people } }: { readonly screen: ContestScreen }) {
  const t = screenTexts.useTexts()
  return (
    <section aria-labelledby="screen-milestones">
      <h2 id="screen-milestones">{t('milestones')}</h2>
      {milestones.length === 0 ? <p className={styles['quiet']}>{t('milestonesNone')}</p> : null}
      <ol className={styles['milestones']}>
        {milestones.slice(0, people.length > 0 ? 3 : 6).map(({ at, measure, reached }) => (
          <li key={`${measure} ${reached}`}>
            <time dateTime={at}>{whenOf(at)}</time>
            <span>{t(`milestone.${measure}`, { reached: reached.toLocaleString('en-US') })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The browser's own full screen; where it has none there is no button. */
function FullScreen({ box }: { readonly box: { readonly current: HTMLElement | null } }) {
  const t = screenTexts.useTexts()
  const [full, setFull] = useState(false)
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  if (!document.fullscreenEnabled) return null
  const turn = () => (full ? document.exitFullscreen() : box.current?.requestFullscreen())
  return (
    <button type="button" onClick={() => void turn()?.catch(() => undefined)}>
      {t(full ? 'leaveFull' : 'full')}
    </button>
  )
}
