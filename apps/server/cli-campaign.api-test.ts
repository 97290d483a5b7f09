/** `jianbao campaign` as it is called: packs in and out, exit 2 and one line for every fault. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootFolder } from './config.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = {
    PATH: process.env['PATH'],
    DATA_FOLDER: join(folder.path, 'data'),
    JIANBAO_PROFILE: 'demonstration',
  }
  const words = [join(rootFolder, 'apps/server/cli.ts'), 'campaign', ...args]
  return new Promise(resolve => {
    execFile(process.execPath, words, { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}
const demonstration = join(rootFolder, 'demo/campaign')

test('a pack is loaded once, listed, saved, and what was saved changes nothing', async () => {
  expect(await run('list')).toMatchObject({ code: 0, out: expect.stringContaining('还没有工作方案') })
  const loaded = await run('load', demonstration, '--open')
  expect([loaded.code, loaded.out]).toEqual([0, expect.stringContaining('“2021年党史学习教育”已建立')])
  const { out } = await run('list')
  expect(out.trim()).toBe(
    'party-history-2021  2021年党史学习教育  河南省科协  2021-01-01 至 2021-12-31  进行中  16 项任务',
  )
  const target = join(folder.path, 'saved')
  expect((await run('save', 'party-history-2021', target)).code).toBe(0)
  expect((await readdir(target)).sort()).toEqual((await readdir(demonstration)).sort())
  expect((await run('load', target)).out).toContain('与系统一致，没有改动')
  const again = await run('save', 'party-history-2021', target)
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('没有覆盖')])
  const zip = join(folder.path, 'saved.zip')
  expect((await run('save', 'party-history-2021', zip)).code).toBe(0)
  expect((await run('load', zip)).out).toContain('与系统一致，没有改动')
}, 400_000)

test('every fault is one line that names file, line, place and reason; nothing is loaded', async () => {
  const wrong = await mkdtemp(join(folder.path, 'wrong-'))
  await cp(demonstration, wrong, { recursive: true })
  const tasks = await readFile(join(wrong, 'tasks.yaml'), 'utf8')
  const changed = tasks.replace('stage: start', 'stage: strat').replace('day: 2021-03-20', 'day: 2021-03-32')
  await writeFile(join(wrong, 'tasks.yaml'), changed)
  const { code, err, out } = await run('load', wrong)
  expect([code, out]).toEqual([2, ''])
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(
      /^jianbao: tasks\.yaml 第 \d+ 行，tasks\[1\]（召开动员部署会）\.stage：.*您是指 start 吗？$/,
    ),
    expect.stringMatching(
      /^jianbao: tasks\.yaml 第 \d+ 行，tasks\[2\]（报备办实事清单）\.deadline\.day：没有 2021-03-32/,
    ),
    'jianbao: 活动包有误，什么也没有载入。',
  ])
}, 400_000)

test.each([
  [['load'], /没有指明活动包/],
  [['load', '/there/is/none'], /无法读取：文件或文件夹不存在/],
  [['save', 'nobody', 'x.zip'], /没有标识为“nobody”的工作方案/],
  [['load', join(rootFolder, 'package.json')], /不是 ZIP/],
  [['drop'], /campaign 之后要写 load、save 或 list/],
  [['list', '--force'], /没有 --force 这个选项/],
])(
  '%j is refused with one line',
  async (args, message) => {
    const { code, err } = await run(...args)
    expect([code, err.trim()]).toEqual([2, expect.stringMatching(message)])
    expect(err.trim().split('\n')).toHaveLength(1)
  },
  240_000,
)
