/** Invented figures of circulars. */
import type { CircularClass, CircularFigures, CircularTask, CircularUnit } from '../../contract/index.ts'

const id = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`
let last = 1000

export function unitOf(name: string, unit: Partial<CircularUnit> = {}): CircularUnit {
  return { unitId: id(++last), name, rank: 1, points: 0, reported: 0, adopted: 0, ...unit }
}

export function taskOf(task: Partial<CircularTask> = {}): CircularTask {
  return {
    taskId: id(++last),
    periodNo: 1,
    name: '动员部署',
    dueDay: '2023-05-20',
    expected: 4,
    onTime: 4,
    late: 0,
    silent: [],
    silentCount: 0,
    ...task,
  }
}

export const cities: CircularClass = {
  id: 'cities',
  name: '省辖市科协',
  units: [
    unitOf('青山市科协', { rank: 1, points: 96, reported: 20, adopted: 14 }),
    unitOf('松岭市科协', { rank: 2, points: 60, reported: 18, adopted: 9 }),
    unitOf('河口市科协', { rank: 2, points: 60, reported: 12, adopted: 9 }),
    unitOf('石桥市科协', { rank: 4, points: 12.5, reported: 9, adopted: 2 }),
    unitOf('白塔市科协', { rank: 5, points: 0, reported: 4, adopted: 0 }),
  ],
}
export const societies: CircularClass = {
  id: 'societies',
  name: '省级学会',
  units: [
    unitOf('省地质学会', { rank: 1, points: 20, reported: 3, adopted: 2 }),
    unitOf('省气象学会', { rank: 2, points: 0, reported: 0, adopted: 0 }),
  ],
}

export function totalsOf(classes: readonly CircularClass[]): CircularFigures['totals'] {
  const units = classes.flatMap(one => one.units)
  const sum = (of: (unit: CircularUnit) => number) => units.reduce((all, unit) => all + of(unit), 0)
  return {
    units: units.length,
    reported: sum(unit => unit.reported),
    adopted: sum(unit => unit.adopted),
    reporting: units.filter(unit => unit.reported > 0).length,
    adopting: units.filter(unit => unit.adopted > 0).length,
  }
}

export function makeFigures(figures: Partial<CircularFigures> = {}): CircularFigures {
  const classes = figures.classes ?? [cities, societies]
  return {
    campaignName: '学习教育',
    unitName: '青山省科学技术协会',
    period: '2023-Q2',
    from: '2023-04-01',
    to: '2023-06-30',
    until: '2023-06-30',
    totals: totalsOf(classes),
    before: { reported: 54, adopted: 36 },
    classes,
    tasks: [
      taskOf(),
      taskOf({
        name: '主题党日（5月）',
        onTime: 2,
        late: 1,
        silentCount: 1,
        silent: [{ unitId: id(7), name: '白塔市科协' }],
      }),
    ],
    commissions: {
      due: 4,
      onTime: 2,
      late: [{ unitId: id(8), name: '石桥市科协', count: 1 }],
      missed: [{ unitId: id(7), name: '白塔市科协', count: 1 }],
    },
    rules: [
      { id: 'v2', name: '信息采用计分办法（试行）', from: '2023-01-01', basis: '青科协办〔2022〕40号' },
    ],
    ...figures,
  }
}

/** Nobody did anything, nothing was asked. */
export function quietFigures(figures: Partial<CircularFigures> = {}): CircularFigures {
  const classes = [
    {
      ...cities,
      units: cities.units.map(unit => ({ ...unit, rank: 1, points: 0, reported: 0, adopted: 0 })),
    },
  ]
  const commissions = { due: 0, onTime: 0, late: [], missed: [] }
  return makeFigures({ classes, before: null, tasks: [], commissions, rules: [], ...figures })
}
