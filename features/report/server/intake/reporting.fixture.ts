/** An invented county with the city above it, a school, and a pack of a few measures and types. */
import { defaultRegister } from '@jianbao/intake'
import { proposeReport } from './propose-report.rules.ts'
import type { Reporting, ReportingUnit } from './reporting.types.ts'

const city = { id: '1/2/', name: '云岭市科学技术协会', otherNames: ['云岭市科协'] }
export const county: ReportingUnit = {
  id: '1/2/3/',
  name: '溪口县科学技术协会',
  otherNames: ['溪口县科协'],
  above: [city, { id: '1/', name: '青禾省科学技术协会', otherNames: ['青禾省科协'] }],
}
export const school: ReportingUnit = { id: 's', name: '溪口县实验小学', otherNames: [], above: [county] }
const measures = [
  { id: 'people', name: '人数', units: ['人', '名'], reads: 'people' },
  { id: 'attendances', name: '人次', units: ['人次'], reads: 'persontimes' },
  { id: 'views', name: '浏览量', units: ['次', '人次'], reads: 'views' },
  { id: 'copies', name: '份数', units: ['份', '册'], reads: 'copies' },
  { id: 'money', name: '金额', units: ['元'], reads: 'money', fractions: true },
]
const types = [
  { id: 'study', name: '学习', reads: ['study'], words: ['学习会'] },
  { id: 'meeting', name: '会议', reads: ['meeting', 'study'], words: ['动员会', '推进会'] },
  { id: 'outreach', name: '科普', reads: ['outreach'], words: ['科普'] },
  { id: 'service', name: '服务', reads: ['service'] },
  { id: 'other', name: '其他', reads: ['other'] },
]
const context: Reporting = {
  unit: county,
  register: defaultRegister(),
  unitOf: name => (city.otherNames.includes(name) ? city.id : null),
  reporting: { types, measures },
  today: '2026-11-25',
}
/** As the reporter of the county would paste it. */
export const read = (text: string, more: Partial<Reporting> = {}) =>
  proposeReport(text, { ...context, ...more })
