import type { PackReporting } from '../../contract/index.ts'

/** What a pack without `reporting.yaml` works with: the types and measures that the reader of documents knows. */
export const defaultReporting: PackReporting = {
  types: [
    { id: 'study', name: '学习', reads: ['study'] },
    { id: 'meeting', name: '会议', reads: ['meeting', 'founding', 'directive'] },
    { id: 'training', name: '培训', reads: ['training'] },
    { id: 'outreach', name: '宣传普及', reads: ['outreach', 'media'] },
    { id: 'service', name: '服务', reads: ['service', 'donation'] },
    { id: 'visit', name: '参观走访', reads: ['visit', 'guidance', 'research'] },
    { id: 'contest', name: '竞赛评选', reads: ['contest', 'award'] },
    { id: 'culture', name: '文艺活动', reads: ['culture'] },
    { id: 'other', name: '其他', reads: ['other'] },
  ],
  measures: [
    { id: 'people', name: '人数', units: ['人', '名'], reads: 'people' },
    { id: 'attendances', name: '人次', units: ['人次'], reads: 'persontimes' },
    { id: 'views', name: '浏览量', units: ['次', '人次'], reads: 'views' },
    { id: 'copies', name: '份数', units: ['份', '册', '本'], reads: 'copies' },
    { id: 'sessions', name: '场次', units: ['场', '次', '期'], reads: 'sessions' },
    { id: 'money', name: '金额', units: ['元', '万元'], reads: 'money', fractions: true },
    { id: 'duration', name: '时长', units: ['小时', '分钟', '课时'], reads: 'duration', fractions: true },
    { id: 'goods', name: '物资', units: ['件', '套', '台'], reads: 'goods' },
    { id: 'items', name: '件数', units: ['项', '件', '篇'], reads: 'items' },
    { id: 'orgs', name: '单位数', units: ['家', '个'], reads: 'orgs' },
    { id: 'teams', name: '队伍数', units: ['支', '个'], reads: 'teams' },
    { id: 'places', name: '地点数', units: ['处', '个'], reads: 'places' },
    { id: 'channels', name: '平台数', units: ['个'], reads: 'channels' },
  ],
  columns: [{ id: 'news', name: '工作动态' }],
}
