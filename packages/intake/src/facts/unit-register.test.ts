import { Problem } from '@jianbao/errors'
import { describe, expect, it } from 'vitest'
import { defaultRegister, parseRegister } from './unit-register.ts'

const header = 'code,kind,name,short_names,parent\n'

describe('the register that ships', () => {
  const register = defaultRegister()
  const associations = register.entries.filter(entry => !entry.kind.startsWith('place'))

  it('has the province, its 18 cities and their counties', () => {
    expect(associations.filter(entry => entry.kind === 'province')).toHaveLength(1)
    expect(associations.filter(entry => entry.kind === 'city')).toHaveLength(18)
    expect(associations.filter(entry => entry.kind === 'county').length).toBeGreaterThan(150)
  })

  it('hangs every unit under another that it has', () => {
    const codes = new Set(register.entries.map(entry => entry.code))
    for (const entry of register.entries) if (entry.parent) expect(codes).toContain(entry.parent)
  })

  it('knows short names', () => {
    expect(register.bySurface.get('省科协')?.name).toBe('河南省科协')
    expect(register.bySurface.get('洛阳科协')?.name).toBe('洛阳市科协')
    expect(register.bySurface.get('济源科协')?.name).toBe('济源示范区科协')
    expect(register.bySurface.get('嵩县科协')?.parent).toBe('410300')
  })
})

describe('a register from a file', () => {
  it('reads quoted fields, a byte order mark, blank lines and columns in another order', () => {
    const register = parseRegister(
      '\ufeffname,code,kind,parent,short_names\n"甲,乙联合会",1,city,,联合会;甲乙\r\n\n丙协会,2,county,1,\n',
    )
    expect(register.entries).toEqual([
      { code: '1', kind: 'city', name: '甲,乙联合会', shortNames: ['联合会', '甲乙'], parent: null },
      { code: '2', kind: 'county', name: '丙协会', shortNames: [], parent: '1' },
    ])
  })

  it('drops a short name that two units share', () => {
    const register = parseRegister(`${header}1,a,甲协会,协会,\n2,a,乙协会,协会,\n`)
    expect(register.bySurface.has('协会')).toBe(false)
  })

  it.each([
    ['code,name\n1,甲', 1, '缺少列 kind、short_names、parent'],
    ['', 1, '缺少列 code、kind、name、short_names、parent'],
    [`${header}1,a,甲协会,\n`, 2, '应有 5 列，实有 4 列'],
    [`${header}1,a,甲协会,,\n,a,乙协会,,\n`, 3, '编码为空'],
    [`${header}1,a,甲,,\n`, 2, '名称为空或只有一个字'],
    [`${header}1,a,甲协会,,\n1,a,乙协会,,\n`, 3, '编码 1 与第 2 行重复'],
    [`${header}1,a,"甲协会,,\n`, 2, '引号没有成对'],
  ])('refuses %j naming line and reason', (csv, line, reason) => {
    let caught: unknown
    try {
      parseRegister(csv)
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(Problem)
    expect((caught as Problem).code).toBe('register-invalid')
    expect((caught as Problem).details).toEqual({ line, reason })
  })
})
