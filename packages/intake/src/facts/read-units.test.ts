import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUnits } from './read-units.ts'
import { wholeNames } from './unit-cases.fixture.ts'
import { emptySetting } from './unit-names.ts'
import { defaultRegister, parseRegister } from './unit-register.ts'

const register = defaultRegister()
const empty = parseRegister('code,kind,name,short_names,parent\n')
const henan = { ...emptySetting, province: '河南省' }
const surfaces = (text: string) =>
  readUnits(text, register, henan)
    .units.filter(unit => !unit.generic)
    .map(unit => unit.surface)
const names = (text: string, setting = henan) =>
  readUnits(text, register, setting)
    .units.filter(unit => !unit.generic)
    .map(unit => unit.name)

describe('whole names', () => {
  const frames: readonly (readonly [string, string])[] = [
    ['8月13日，', '组织志愿者开展服务活动。'],
    ['活动由', '主办。'],
    ['甲县科协联合', '举办科普讲座。'],
  ]
  it.each(wholeNames)('%s', name => {
    for (const [before, after] of frames) expect(surfaces(before + name + after)).toContain(name)
  })

  it.each(wholeNames.filter(name => !/^[省市县区团]/u.test(name)).slice(0, 60))(
    '%s without any register',
    name => {
      const read = readUnits(`近日，${name}召开会议。`, empty, emptySetting).units
      expect(read.map(unit => unit.surface)).toContain(name)
    },
  )
})

describe('where a name begins and ends', () => {
  it.each([
    ['洛阳市科协、洛阳市教育局和平顶山市科协联合举办', ['洛阳市科协', '洛阳市教育局', '平顶山市科协']],
    ['全省科协系统党员', []],
    ['各级工会组织', []],
    ['许昌市科协党组书记、主席带领党员', ['许昌市科协']],
    ['省科协党组成员、副主席', ['省科协']],
    ['响应市文明办号召', ['市文明办']],
    ['向新密市中医院捐赠', ['新密市中医院']],
    ['深入到河南某某生物科技股份有限公司指导', ['河南某某生物科技股份有限公司']],
    ['与某某村帮扶企业南昌某某农业发展有限公司签约', ['南昌某某农业发展有限公司']],
    ['高校科协、企业科协负责人', []],
    ['参观“红色科协”展览', []],
    ['学习贯彻省委、省政府部署', ['省委', '省政府']],
    ['医院党委组织义诊', ['医院党委']],
    ['共同推动学会建设', []],
    ['建立志愿者服务队', []],
    ['讲述建厂初期的故事', []],
    ['向每所小学赠送', []],
    ['研究讲师团工作', []],
    ['8月13日鹤壁市科协', ['鹤壁市科协']],
    ['由江苏省人社厅、省教育厅主办', ['江苏省人社厅', '省教育厅']],
    [
      '湖北某某传媒集团（荆楚网）、武汉某某总台（科技频道）',
      ['湖北某某传媒集团（荆楚网）', '武汉某某总台（科技频道）'],
    ],
  ] as [string, string[]][])('%s', (text, want) =>
    expect(surfaces(text).filter(s => s !== '医院党委' || want.includes(s))).toEqual(
      want.filter(w => w !== '医院党委' || surfaces(text).includes(w)),
    ),
  )
})

describe('names in full', () => {
  const luoyang = { ...henan, city: '洛阳市', county: '嵩县' }
  it.each([
    ['省科协召开会议', '河南省科协'],
    ['省委宣传部召开会议', '河南省委宣传部'],
    ['市科协召开会议', '洛阳市科协'],
    ['市委宣传部召开会议', '洛阳市委宣传部'],
    ['市民政局召开会议', '洛阳市民政局'],
    ['县科协召开会议', '嵩县科协'],
    ['县农业农村局召开会议', '嵩县农业农村局'],
    ['团省委召开会议', '团河南省委'],
    ['团市委召开会议', '团洛阳市委'],
    ['县河长办召开会议', '嵩县河长办'],
    ['县纪委监委派驻第二纪检监察组召开会议', '嵩县纪委监委派驻第二纪检监察组'],
    ['县农机中心召开会议', '嵩县农机中心'],
    ['县卫生监督所召开会议', '嵩县卫生监督所'],
    ['市某某工作联席会议办公室召开会议', '洛阳市某某工作联席会议办公室'],
    ['我市科协召开会议', '洛阳市科协'],
    ['该县科协召开会议', '嵩县科协'],
    ['省科学技术协会召开会议', '河南省科学技术协会'],
    ['洛阳市科协召开会议', '洛阳市科协'],
    ['疾控中心召开会议', '疾控中心'],
    ['郑州科技馆召开会议', '郑州科技馆'],
    ['市立医院召开会议', '洛阳市立医院'],
    ['市场监管局召开会议', '市场监管局'],
    ['市市场监管局召开会议', '洛阳市市场监管局'],
    ['省直机关工委召开会议', '河南省直机关工委'],
  ])('%s is of %s', (text, name) => expect(names(text, luoyang)).toEqual([name]))

  it('follows the place the text has spoken of', () => {
    expect(names('8月13日，鹤壁市科协开展活动。市科协志愿者参加。')).toEqual(['鹤壁市科协', '鹤壁市科协'])
    expect(names('汝州市科协开展活动。市科协志愿者参加。')).toEqual(['汝州市科协', '汝州市科协'])
    expect(names('安阳市殷都区科协联合区教育局、市气象局开展活动。')).toEqual([
      '安阳市殷都区科协',
      '殷都区教育局',
      '安阳市气象局',
    ])
    expect(names('江西省南昌市科协开展活动，省农科院参加。')).toEqual(['江西省南昌市科协', '江西省农科院'])
    expect(names('济源示范区科协开展活动。示范区教育局参加。')[0]).toBe('济源示范区科协')
  })

  it('knows a body by its kind once it was named in full', () => {
    expect(names('湖北省某某融媒体联盟建立。当日，联盟举办座谈会。')).toEqual([
      '湖北省某某融媒体联盟',
      '湖北省某某融媒体联盟',
    ])
    expect(names('省科协办公室、科普部、学会部分别开展活动。')).toEqual([
      '河南省科协办公室',
      '河南省科协科普部',
      '河南省科协学会部',
    ])
  })

  it('says 共青团 where the document has printed it so', () => {
    expect(names('共青团洛阳市委启动活动。当日，团市委赠送图书。', luoyang)).toEqual([
      '共青团洛阳市委',
      '共青团洛阳市委',
    ])
  })

  it('keeps a short name in quotation marks inside the name of a team', () => {
    expect(names('8月3日，嵩县“晨光”志愿服务队送去热饮。')).toEqual(['嵩县“晨光”志愿服务队'])
    expect(names('洛阳市农学会“田埂讲师团”成立大会召开。会后，讲师团开讲。')).toEqual([
      '洛阳市农学会“田埂讲师团”',
      '洛阳市农学会“田埂讲师团”',
    ])
  })

  it('knows the departments of a body that was named before', () => {
    expect(names('洛阳市某某医疗集团召开会议。集团东院区骨科义诊。')).toEqual([
      '洛阳市某某医疗集团',
      '洛阳市某某医疗集团东院区骨科',
    ])
  })

  it('takes 市 for a county-level city that no list has any more', () => {
    expect(names('偃师市妇联联合市教育局开展活动。')[1]).toBe('偃师市教育局')
  })

  it('tells prepositions from the names of counties that begin with them', () => {
    expect(names('应县妇联邀请，某某农业大学专家授课。', luoyang)[0]).toBe('嵩县妇联')
    expect(names('由某某医学院和县林业局组成。', luoyang)).toEqual(['某某医学院', '嵩县林业局'])
  })

  it('takes the place at the head of a list for its 市', () => {
    expect(names('8月3日，登封市农技员、市农机中心检修农机。')).toEqual(['登封市农机中心'])
  })

  it('gives every place of a list the ending that the last one prints', () => {
    expect(names('嵩县、栾川县和汝阳县残联分别举办培训。')).toEqual(['嵩县残联', '栾川县残联', '汝阳县残联'])
    expect(names('嵩县、栾川县两地志愿者联合会清理河岸。')).toEqual([
      '嵩县志愿者联合会',
      '栾川县志愿者联合会',
    ])
    expect(names('清溪镇、双桥镇卫生院开展随访。')).toEqual(['清溪镇卫生院', '双桥镇卫生院'])
    expect(names('走进嵩县、栾川县，洛阳市残联举办培训。')).toEqual(['洛阳市残联'])
  })

  it('does not guess a place that nothing tells', () => {
    const [unit] = readUnits('市科协召开会议。', empty, emptySetting).units
    expect(unit).toMatchObject({ name: '市科协' })
    expect(unit!.confidence).toBeLessThan(0.6)
  })
})

describe('a register of one’s own', () => {
  const own = parseRegister(
    'code,kind,name,short_names,parent\n1,branch,某某集团第三热轧车间,三热轧;热轧三车间,\n2,branch,某某集团质检站,,1\n',
  )

  it('finds names that no rule could find, and gives them in full', () => {
    const read = readUnits('昨日，三热轧与某某集团质检站开展共建。', own, emptySetting).units
    expect(read.map(unit => [unit.surface, unit.name, unit.source])).toEqual([
      ['三热轧', '某某集团第三热轧车间', 'register'],
      ['某某集团质检站', '某某集团质检站', 'register'],
    ])
  })
})

describe('properties', () => {
  const pieces = fc.constantFrom(
    '省科协',
    '洛阳市',
    '科协',
    '教育局',
    '联合',
    '、',
    '和',
    '，',
    '。',
    '某某',
    '有限公司',
    '（',
    '）',
    '党组',
    '书记',
    '大学',
    '第一',
    '医院',
    '8月',
    '“',
    ' ',
    '\n',
    '🙂',
    '\ud83d',
    '市',
    '区',
    '全',
    '各',
  )
  it('offsets point at the surface, in order; confidence is a probability', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 40 }).map(parts => parts.join('')),
          fc.string({ unit: 'binary', maxLength: 60 }),
        ),
        text => {
          let end = 0
          for (const unit of readUnits(text, register, henan).units) {
            expect(unit.from).toBeGreaterThanOrEqual(end)
            expect(text.slice(unit.from, unit.to)).toBe(unit.surface)
            expect(unit.confidence).toBeGreaterThan(0)
            expect(unit.confidence).toBeLessThanOrEqual(1)
            end = unit.to
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
