import { expect, test } from 'vitest'
import type { ContestRules } from '../contract/index.ts'
import { renderPlayPage } from './play.page.ts'

const rules: ContestRules = {
  opensAt: '2026-08-01T00:00:00.000Z',
  closesAt: '2026-08-31T10:00:00.000Z',
  hours: null,
  groups: [],
  sessions: [],
  draw: [{ count: 20, type: 'single', category: null, difficulty: null, points: 5 }],
  partly: 'none',
  time: { per: 'question', seconds: 30 },
  graceSeconds: 10,
  attempts: { perDay: 1, inAll: null },
  practice: false,
  answersShown: 'at-once',
  scoring: 'best',
  ties: ['time'],
  share: null,
  identity: { kind: 'nickname', provider: null },
  units: 'required',
  teamSize: null,
  ranking: { people: 100, units: 'people', shown: true },
  lottery: { by: 'score', least: 777, drawsADay: 3 },
  certificates: [],
  privacy: { notice: '只收集昵称。\n\n可以要求删除。', minimumAge: 14, keepDays: 90 },
  withdrawn: 'award',
}
const contest = { slug: 'science', title: '科学竞赛', about: '欢迎参加。', unitName: '云岭省科协', rules }
const assets = { script: '/play/assets/player-1.js', styles: 'p{margin:0}' }

test('what the contest is stands in the page before any script', () => {
  const page = renderPlayPage(contest, assets)
  for (const words of [
    '<h1>科学竞赛</h1>',
    '2026 年 8 月 1 日 08:00',
    '每人每天可答 1 次',
    '每次 20 题',
    '每题 30 秒',
    '<p>只收集昵称。</p>',
    '<p>可以要求删除。</p>',
    '90 天以后',
    '未满 14 周岁',
    '<noscript>',
    '<script src="/play/assets/player-1.js" defer></script>',
  ])
    expect(page).toContain(words)
  expect(renderPlayPage(contest, { ...assets, script: null })).not.toContain('defer')
})

test('words of the office end no element and begin no script', () => {
  const hostile = '</script><script>alert(1)</script><!--'
  const page = renderPlayPage(
    {
      ...contest,
      title: hostile,
      about: hostile,
      unitName: hostile,
      rules: { ...rules, groups: [{ key: 'a', name: hostile }] },
    },
    assets,
  )
  expect(page).not.toContain('<script>alert')
  expect(page.split('</script>')).toHaveLength(3)
  const settings = page.split('id="settings">')[1]!.split('</script>')[0]!
  expect(JSON.parse(settings)).toMatchObject({ title: hostile, groups: [{ name: hostile }] })
})

test('the phone is told what it needs and not how papers are drawn or prizes earned', () => {
  const page = renderPlayPage(contest, assets)
  const settings = JSON.parse(page.split('id="settings">')[1]!.split('</script>')[0]!)
  expect(settings).toMatchObject({ slug: 'science', questionCount: 20, fullScore: 100, minimumAge: 14 })
  expect(Object.keys(settings)).not.toEqual(expect.arrayContaining(['draw']))
  expect(Object.keys(settings)).not.toEqual(expect.arrayContaining(['lottery']))
})
