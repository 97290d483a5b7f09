import { describe, expect, it } from 'vitest'
import { contrast, dark, light, type PaletteName } from './palette.ts'

const grounds = ['ground', 'surface', 'raised'] as const
const inks = ['text', 'textSoft', 'textFaint', 'primary', 'good', 'doubt', 'bad'] as const
const inMarks: [PaletteName, PaletteName][] = [
  ['text', 'unitSoft'],
  ['text', 'dateSoft'],
  ['text', 'placeSoft'],
  ['text', 'figureSoft'],
  ['text', 'event'],
  ['text', 'headline'],
  ['text', 'lit'],
  ['textFaint', 'event'],
  ['unit', 'unitSoft'],
  ['date', 'dateSoft'],
  ['place', 'placeSoft'],
  ['figure', 'figureSoft'],
  ['good', 'goodSoft'],
  ['doubt', 'doubtSoft'],
  ['bad', 'badSoft'],
  ['primary', 'primarySoft'],
  ['text', 'primarySoft'],
  ['textSoft', 'primarySoft'],
  ['onPrimary', 'primary'],
  ['onPrimary', 'primaryHover'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s palette', (_name, palette) => {
  it.each(inks.flatMap(ink => grounds.map(ground => [ink, ground] as const)))(
    '%s reads on %s',
    (ink, ground) => {
      expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(inMarks)('%s reads on %s', (ink, ground) => {
    expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it('has field borders that can be seen', () => {
    expect(contrast(palette.lineStrong, palette.surface)).toBeGreaterThanOrEqual(3)
  })
})

describe('contrast', () => {
  it('is 21 for black on white, whichever comes first', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
  })
})
