/** Sentences of the page, for somebody who does not use a phone often. */
import type { Trouble } from './player.state.ts'
import { sayMoment } from './player.time.ts'

export const texts = {
  begin: '开始答题',
  resume: '继续答题',
  practise: '先练一练',
  again: '再答一次',
  home: '返回首页',
  opening: '正在打开试卷…',
  storageRefused: '这个浏览器不让本页保存内容。请答完交卷后再关闭页面，不然要从头答起。',
  kinds: { 'true-false': '判断', single: '单选', multiple: '多选', 'fill-in': '填空' },
  hints: {
    'true-false': '对还是错，选一个',
    single: '选一个答案',
    multiple: '多选题，把对的都选上',
    'fill-in': '在横线处填写答案',
  },
} as const

const own: Record<string, string> = {
  line: '网络不通，请看看手机信号，过一会儿再试。您填的、答的都还在。',
  elsewhere: '这份答卷已经在另一个窗口里交上了。',
  'too-many-requests': '现在参加的人很多，请稍等一会儿再试。您填的、答的都还在。',
  'server-busy': '现在参加的人很多，请稍等一会儿再试。您填的、答的都还在。',
  internal: '服务器出了点问题，请过一会儿再试。您填的、答的都还在。',
  'bad-request': '这一页和服务器对不上，请刷新页面再试。',
  'not-found': '没有找到这个竞赛，可能已经撤下。',
  'contest-token': '这份试卷已经失效，没有记分。请回到首页重新开始，不影响以前的成绩。',
}

/** What a trouble is, in the page's words where it has its own, else in the server's. */
export function sayTrouble({ code, status, detail, nextAt }: Trouble): string {
  if (code === 'contest-not-open' && nextAt)
    return `现在不是答题时间，请在${sayMoment(Date.parse(nextAt))}以后再来。`
  return own[code] ?? (detail || (status >= 500 ? own['internal']! : own['line']!))
}
