/** `jianbao import` as a process: files, folders and ZIPs, what is told of each and the exit code. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bulletinText, temporaryFolder, zipFile } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

function jianbao(...args: string[]) {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'cli.ts'), 'import', ...args], {
    encoding: 'utf8',
    cwd: folder.path,
    env: { PATH: process.env['PATH'], DATA_FOLDER: join(folder.path, 'data') },
  })
  return { code: run.status, out: run.stdout.trim().split('\n'), error: run.stderr.trim().split('\n') }
}

test('a folder and a ZIP come in, each bad file is named in one line, and the exit code says so', () => {
  const old = join(folder.path, '旧简报')
  mkdirSync(join(old, '2020'), { recursive: true })
  writeFileSync(join(old, '第10期.txt'), bulletinText({ number: 10 }))
  writeFileSync(join(old, '第9期.txt'), bulletinText({ number: 9 }))
  writeFileSync(join(old, '2020', '空.txt'), '')
  writeFileSync(join(old, '.DS_Store'), 'x')
  symlinkSync(old, join(old, '2020', '回去'))
  const zip = join(folder.path, '2021.zip')
  writeFileSync(
    zip,
    zipFile([
      { name: '第9期.txt', content: bulletinText({ number: 9 }) },
      { name: '第11期.txt', content: bulletinText({ number: 11 }) },
      { name: '../出去.txt', content: bulletinText({ number: 12 }) },
    ]),
  )
  const { code, out, error } = jianbao(old, zip, join(folder.path, '没有.txt'))
  expect(out).toEqual([
    expect.stringMatching(/^第9期\.txt {2}待审核 {2}青禾市科协专项工作简报 第 9 期 {2}1 篇，/),
    expect.stringMatching(/^第10期\.txt {2}待审核/),
    '2021.zip  共 3 份，待审核 1，已在库中 1，未收入 1',
  ])
  expect(error).toEqual([
    expect.stringMatching(/^jianbao: “空\.txt”是空文件/),
    expect.stringMatching(/^jianbao: “出去\.txt”无法读取/),
    expect.stringMatching(/^jianbao: “.*没有\.txt”无法读取：文件或文件夹不存在/),
  ])
  expect(code).toBe(2)

  const again = jianbao(join(old, '第9期.txt'))
  expect([again.code, again.error]).toEqual([0, ['']])
  expect(again.out[0]).toMatch(/^第9期\.txt {2}已在库中（待审核）/)
}, 90_000)
