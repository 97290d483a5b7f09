/** Characters that a slip doubles, with what before and after them makes the doubling right. */
export const doubledCharacters: readonly { pair: string; after?: RegExp; before?: RegExp }[] = [
  { pair: '的的', after: /[目标有靶端]$|众矢之$/, before: /^[确士]/ },
  { pair: '了了', after: /[为除末明]$/, before: /^[解结却望不断分]/ },
  { pair: '在在', after: /[存现正实所内潜自旨]$/ },
  { pair: '是是', after: /[但于就还可只要总凡国若算硬老正像都也]$/, before: /^非/ },
  { pair: '和和', after: /[温平缓总祥谐共饱谦柔随暖亲]$/, before: /^[美睦气平]/ },
  { pair: '与与', after: /[参赋给授]$/ },
  { pair: '对对', after: /[针面反相绝应核校]$/, before: /^[联碰口]/ },
  { pair: '为为', after: /[行作认成人因称视定以]$/, before: /^[什何民]/ },
  { pair: '及及', after: /[以普涉推波顾]$/, before: /^[时格早]/ },
  { pair: '并并', after: /[合兼吞一]$/ },
  { pair: '把把', after: /[一两火]$/, before: /^[握关脉控]/ },
  { pair: '被被', after: /[棉植覆]$/, before: /^[子褥动]/ },
  { pair: '向向', after: /[方意导面取走动志倾定转去]$/, before: /^[前上好导]/ },
  { pair: '将将', after: /[大名小武主干上健老]$/, before: /^[军士领来]/ },
  { pair: '从从', after: /[服听顺盲随]$/, before: /^[容前来事]/ },
]

/** Words that are said twice on purpose or meet as noun and verb: 研究研究, 组织组织开展. */
export const rightTwice = new Set(
  (
    '研究 讨论 学习 商量 了解 考虑 交流 沟通 锻炼 休息 体验 教育 组织 工作 服务 领导 发展 指导 宣传 管理 活动 建设 帮助 ' +
    '非常 许多 很多 好多 慢慢 渐渐 步步 多多 天天 人人 家家 处处 时时 事事 件件 一个 一件 一步 一次 一批 一代 一层 一点 一项 ' +
    '一遍 一年 一天 一笔 一块 一环 一桩 一家 一座 一条 一句 一张 一本 一户 一村 一组 一对 哈哈 学会 协会 代表 会员 ' +
    '培训 保护 设计 监督 检查 调查 合作 创新 科学 计划 生产 报告 创作 展示 规划 比较 特别 永远 永久 真的 多少 说说 看看'
  ).split(' '),
)
