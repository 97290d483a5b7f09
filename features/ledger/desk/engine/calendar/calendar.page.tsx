import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { ExportButton, useFilters, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import {
  type CalendarDay,
  calendarKinds,
  type ItemCalendar,
  type ItemFilter,
} from '../../../contract/index.ts'
import { ItemLightLegend, LightShape } from '../item-words.tsx'
import { noFilters } from '../list/list-search.ts'
import { calendarQuery } from '../views/view.queries.ts'
import { viewTexts } from '../views/view.texts.ts'
import { ViewFilters } from '../views/view-filters.tsx'
import { ViewFrame } from '../views/view-frame.tsx'
import { type CalendarSearch, countSet } from '../views/view-search.ts'
import styles from './calendar.module.css'
import { dayFilter, monthAfter, weeksOf } from './calendar-days.ts'

export default function CalendarPage() {
  const t = viewTexts.useTexts()
  const [filters, setFilters] = useFilters<CalendarSearch>()
  const calendar = useQuery(calendarQuery(filters))
  const { data } = calendar
  const { month: _, ...filter } = filters
  const goTo = (month: string | undefined) => setFilters({ month })
  return (
    <ViewFrame
      title={t('calendar')}
      note={t('calendarNote')}
      actions={<ExportButton path="/api/ledger-calendar/export" order={{ body: filter }} label={t('ics')} />}
      filters={<ViewFilters filters={filter} underName={data?.under?.name} onChange={setFilters} />}
      query={calendar}
      empty={() => false}
      onClear={countSet(filter) > 0 ? () => setFilters({ ...noFilters, group: undefined }) : null}
    >
      {answer => <Shown calendar={answer} filter={filter} goTo={goTo} />}
    </ViewFrame>
  )
}

type ShownProps = {
  readonly calendar: ItemCalendar
  readonly filter: ItemFilter
  readonly goTo: (month: string | undefined) => void
}

function Shown({ calendar, filter, goTo }: ShownProps) {
  const t = viewTexts.useTexts()
  const phone = usePhone()
  const { month, days, today } = calendar
  const [year, number] = month.split('-')
  return (
    <>
      <div className={styles['months']}>
        <Button
          aria-label={t('previousMonth')}
          icon={<LeftOutlined />}
          onClick={() => goTo(monthAfter(month, -1))}
        />
        <h2>{t('month', { year: year!, month: Number(number) })}</h2>
        <Button
          aria-label={t('nextMonth')}
          icon={<RightOutlined />}
          onClick={() => goTo(monthAfter(month, 1))}
        />
        {today.startsWith(month) ? null : <Button onClick={() => goTo(undefined)}>{t('thisMonth')}</Button>}
      </div>
      {phone ? <DayList {...{ days, today, filter }} /> : <MonthTable {...{ days, today, filter }} />}
      <div className={styles['legend']}>
        <ItemLightLegend />
      </div>
    </>
  )
}

type DaysProps = {
  readonly days: readonly CalendarDay[]
  readonly today: string
  readonly filter: ItemFilter
}

function MonthTable({ days, today, filter }: DaysProps) {
  const t = viewTexts.useTexts()
  return (
    <table className={styles['month']}>
      <thead>
        <tr>
          {[...t('weekdays')].map((name, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: days of the week do not move
            <th key={at} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map(week => (
          <tr key={week.find(day => day)?.day}>
            {week.map((day, at) =>
              day ? (
                <td
                  key={day.day}
                  data-rest={!day.working}
                  {...(day.day === today ? { 'aria-current': 'date' } : {})}
                >
                  <span className={styles['number']}>
                    {Number(day.day.slice(8))}
                    <Unusual day={day} at={at} />
                  </span>
                  <Day day={day} filter={filter} />
                </td>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place of the week
                <td key={at} className={styles['outside']} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A weekday that is off, or a weekend on which offices work. */
function Unusual({ day: { working }, at }: { readonly day: CalendarDay; readonly at: number }) {
  const t = viewTexts.useTexts()
  if (working === at < 5) return null
  return <small data-work={working}>{t(working ? 'work' : 'rest')}</small>
}

function Day({ day, filter }: { readonly day: CalendarDay; readonly filter: ItemFilter }) {
  const t = viewTexts.useTexts()
  return (
    <>
      <p className={styles['counts']}>
        {calendarKinds.map(kind =>
          day[kind] > 0 ? (
            <Link key={kind} to="/ledgers" search={dayFilter(filter, kind, day.day)} data-kind={kind}>
              {t(`calendarKind.${kind}`, { count: day[kind] })}
            </Link>
          ) : null,
        )}
      </p>
      <ul className={styles['titles']}>
        {day.items.map(({ id, kind, title, unitName, light }) => (
          <li key={`${kind} ${id}`}>
            <LightShape light={light} />
            <Link
              to="/ledger-items/$id"
              params={{ id }}
              title={`${t(`mark.${kind}`)} · ${title} · ${unitName}`}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** On a phone: the days on which there is something, one below the other. */
function DayList({ days, today, filter }: DaysProps) {
  const t = viewTexts.useTexts()
  const busy = days.filter(({ due, milestone, recheck }) => due + milestone + recheck > 0)
  if (busy.length === 0) return <p className={styles['nothing']}>{t('nothingThisMonth')}</p>
  return (
    <ul className={styles['list']}>
      {busy.map(day => {
        const at = (new Date(`${day.day}T00:00:00Z`).getUTCDay() + 6) % 7
        const words = {
          month: Number(day.day.slice(5, 7)),
          day: Number(day.day.slice(8)),
          weekday: t('weekdays')[at]!,
        }
        return (
          <li
            key={day.day}
            data-rest={!day.working}
            {...(day.day === today ? { 'aria-current': 'date' } : {})}
          >
            <h3>
              {t('dayLabel', words)} <Unusual day={day} at={at} />
            </h3>
            <Day day={day} filter={filter} />
          </li>
        )
      })}
    </ul>
  )
}
