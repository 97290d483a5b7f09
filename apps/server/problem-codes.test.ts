import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '@jianbao/errors'
import { expect, test } from 'vitest'
import { rootFolder } from './config.ts'

const sources = globSync('{apps,features,packages}/**/*.ts', {
  cwd: rootFolder,
  exclude: path => /node_modules|\/dist\/|\.(api-|postgres-)?test\.ts$|catalogue\.ts$/.test(path),
}).map(path => readFileSync(join(rootFolder, path), 'utf8'))

test.each(Object.keys(catalogue))(
  'the problem %s is raised somewhere and names the same details in both languages',
  code => {
    expect(sources.some(source => source.includes(`'${code}'`))).toBe(true)
    const { zh } = catalogue[code as keyof typeof catalogue]
    expect(zh).toMatch(/\p{sc=Han}/u)
    expect(zh.trim()).toBe(zh)
  },
)
