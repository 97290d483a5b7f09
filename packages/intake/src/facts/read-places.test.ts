import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeName } from './place-names.ts'
import { readPlaces } from './read-places.ts'

const places = (text: string) => readPlaces(text).map(place => `${place.surface} ${place.kind}`)

it.each([
  ['深入红旗社区开展活动', ['红旗社区 community']],
  ['在魏都区某某街道某某社区开展活动', ['魏都区某某街道某某社区 community']],
  ['到某某街道某某五街44号小区值守', ['某某街道某某五街44号小区 community']],
  ['走进郑州市中原区某某小学', ['郑州市中原区某某小学 school']],
  ['赴某某渠某某洞扬水站开展活动', ['某某渠某某洞扬水站 site']],
  ['分别到人民医院、第三人民医院看望', ['人民医院 hospital', '第三人民医院 hospital']],
  ['参观史志馆和档案馆', ['史志馆 venue', '档案馆 venue']],
  ['深入平顶山市和许昌市调研', ['平顶山市 city', '许昌市 city']],
  ['在郑州召开', ['郑州 city']],
  ['在郾城区某某镇举办', ['郾城区某某镇 town']],
  ['到结对共建小区市教育局小区开展', ['市教育局小区 community']],
  ['到学会所在金水区某某街道某某社区报到', ['金水区某某街道某某社区 community']],
  ['参观教育基地——某某纪念馆', ['某某纪念馆 memorial']],
  ['在 机关 多功能报告厅 举办', ['机关 多功能报告厅 venue']],
  ['在会议指导下', []],
  ['在线培训', []],
] as [string, string[]][])('%s', (text, want) => expect(places(text)).toEqual(want))

it.each([
  ['某某街道某某社区', '南阳市科协', '南阳市某某街道某某社区'],
  ['市教育局小区', '鹤壁市科协', '鹤壁市教育局小区'],
  ['魏都区某某街道某某社区', '许昌市科协', '许昌市魏都区某某街道某某社区'],
  ['县新时代文明实践中心', '新野县科协', '新野县新时代文明实践中心'],
  ['金水区某某社区', '河南省某某学会', '金水区某某社区'],
  ['郑州市某某社区', '洛阳市科协', '郑州市某某社区'],
  ['某某纪念馆', '洛阳市科协', '某某纪念馆'],
])('%s of %s is %s', (surface, host, name) => expect(placeName(surface, host)).toBe(name))

it('offsets point at the surface', () => {
  const pieces = fc.constantFrom(
    '深入',
    '在',
    '、',
    '和',
    '社区',
    '郑州市',
    '某某',
    '医院',
    ' ',
    '，',
    '——',
    '小区',
    '市',
    '🙂',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
      const text = parts.join('')
      for (const place of readPlaces(text)) expect(text.slice(place.from, place.to)).toBe(place.surface)
    }),
  )
})
