import { expect, it } from 'vitest'
import { withoutBullet } from './without-bullet.ts'

it.each([
  ['●6月9日，义诊320人。', [[8, 12]], '6月9日，义诊320人。', [[7, 11]]],
  ['  ■ 义诊', [[1, 5]], '义诊', []],
  ['6月9日 · 义诊', [[0, 1]], '6月9日 · 义诊', [[0, 1]]],
] as [string, [number, number][], string, [number, number][]][])(
  '%j is listed without its bullet, what was marked stays marked',
  (text, marks, shown, left) => {
    expect(withoutBullet({ text, marks })).toEqual({ text: shown, marks: left })
  },
)
