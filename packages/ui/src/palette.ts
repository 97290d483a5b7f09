/** Every colour of the staff app, once per theme. Pages see them as CSS variables `--jb-<name>`. */
export type Palette = Record<PaletteName, string>

export const light = {
  ground: '#f3f1ec',
  surface: '#ffffff',
  raised: '#faf9f6',
  line: '#e2ded6',
  lineMid: '#cbc5b9',
  lineStrong: '#8b857a',
  text: '#1e2329',
  textSoft: '#4b525b',
  textFaint: '#646a73',
  primary: '#1f4e79',
  primaryHover: '#2b6499',
  primarySoft: '#e6eef6',
  onPrimary: '#ffffff',
  good: '#1d6b42',
  goodSoft: '#e3f2e9',
  doubt: '#855300',
  doubtSoft: '#fdf1d8',
  bad: '#b3261e',
  badSoft: '#fce8e6',
  lit: '#ffe08a',
  headline: '#e7ebf1',
  column: '#1f4e79',
  masthead: '#b3261e',
  contributor: '#6b5a2e',
  distribution: '#4b525b',
  unit: '#1b5fa6',
  unitSoft: '#e2edf9',
  date: '#1d6b42',
  dateSoft: '#e0f1e6',
  place: '#7a3b8f',
  placeSoft: '#f2e6f6',
  figure: '#8a4a06',
  figureSoft: '#fbeedd',
  event: '#f8f4e6',
  eventLine: '#b29c4f',
} as const

export type PaletteName = keyof typeof light

export const dark: Palette = {
  ground: '#15171a',
  surface: '#1d2024',
  raised: '#23272c',
  line: '#33383f',
  lineMid: '#474d55',
  lineStrong: '#7d858f',
  text: '#e6e4df',
  textSoft: '#b9bcc1',
  textFaint: '#9aa0a8',
  primary: '#8bb8e3',
  primaryHover: '#a5c9ec',
  primarySoft: '#22344a',
  onPrimary: '#0f1b29',
  good: '#7ecb9d',
  goodSoft: '#1c3427',
  doubt: '#e8b45c',
  doubtSoft: '#3a2d14',
  bad: '#f2938b',
  badSoft: '#43211f',
  lit: '#6b5412',
  headline: '#2d343d',
  column: '#8bb8e3',
  masthead: '#f2938b',
  contributor: '#d0bd85',
  distribution: '#b9bcc1',
  unit: '#86b9ee',
  unitSoft: '#1e3147',
  date: '#7ecb9d',
  dateSoft: '#1c3427',
  place: '#d3a3e3',
  placeSoft: '#38243f',
  figure: '#e9b27a',
  figureSoft: '#3b2a17',
  event: '#262419',
  eventLine: '#8d7d42',
}

/** Relative contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
