/** The one catalogue of problems: code, HTTP status and what a person is told, in Chinese and in English. */
export type ProblemEntry = { readonly status: number; readonly zh: string; readonly en: string }

// `{name}` stands for a value of the problem's details; a text says what happened, what was kept and what to do.
export const catalogue = {
  'not-found': {
    status: 404,
    zh: '没有找到这一项，可能已被移动，也可能不在您的权限之内。',
    en: 'Not found, or not yours to see.',
  },
  'sign-in-required': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'sign-in-refused': {
    status: 401,
    zh: '用户名或密码不正确。',
    en: 'The user name or the password is wrong.',
  },
  'origin-refused': {
    status: 403,
    zh: '这个请求来自别的网站，没有执行。请在本系统的页面上操作；用域名访问的，请管理员设置 PUBLIC_URL。',
    en: 'The request came from another site and was not carried out. To use a domain name, set PUBLIC_URL.',
  },
  'password-change-required': {
    status: 403,
    zh: '您用的是一次性密码，请先修改密码。',
    en: 'Please change your one-time password first.',
  },
  'second-factor-required': {
    status: 403,
    zh: '管理员须先启用两步验证，再办理业务。',
    en: 'Administrators must set up the second factor first.',
  },
  'password-wrong': {
    status: 422,
    zh: '当前密码不正确，没有改动。请重新输入。',
    en: 'The current password is wrong; nothing was changed.',
  },
  'password-too-short': {
    status: 422,
    zh: '新密码至少要有 {min} 个字符，密码没有改动。',
    en: 'The new password needs at least {min} characters; it was not changed.',
  },
  'password-too-plain': {
    status: 422,
    zh: '新密码要有大写字母、小写字母、数字、符号中的至少三种，或者用 16 个字符以上的长句。密码没有改动。',
    en: 'The new password needs three of capitals, small letters, digits and signs, or 16 characters. It was not changed.',
  },
  'password-holds-name': {
    status: 422,
    zh: '新密码里不能含有您的用户名，密码没有改动。',
    en: 'The new password must not hold your user name; it was not changed.',
  },
  'password-common': {
    status: 422,
    zh: '新密码由常见的词或键盘顺序组成，容易被猜到，密码没有改动。请换一个。',
    en: 'The new password is made of common words or runs of keys and easily guessed; it was not changed.',
  },
  'password-used-before': {
    status: 422,
    zh: '新密码不能与最近 {count} 次用过的相同，密码没有改动。',
    en: 'The new password must differ from the last {count}; it was not changed.',
  },
  'mail-off': {
    status: 422,
    zh: '本系统没有设置邮件服务器，暂时不能发邮件。请联系系统管理员。',
    en: 'No mail server is set up here; please ask the system administrator.',
  },
  'mail-address-invalid': {
    status: 422,
    zh: '“{address}”不像邮箱地址，没有改动。请写成 name@example.cn 的样子。',
    en: '"{address}" is no mail address; nothing was changed.',
  },
  'mail-codes-many': {
    status: 429,
    zh: '今天已发过 {count} 次验证码，请明天再试。原来的设置没有改动。',
    en: '{count} codes were sent today; please try again tomorrow.',
  },
  'mail-code-wrong': {
    status: 422,
    zh: '验证码不正确，还可以再试 {left} 次。',
    en: 'The code is wrong; {left} tries are left.',
  },
  'mail-code-lapsed': {
    status: 422,
    zh: '验证码已失效，请重新发送一个。',
    en: 'The code is no longer good; please have a new one sent.',
  },
  'one-time-password-lapsed': {
    status: 401,
    zh: '一次性密码超过 {hours} 小时没有使用，已经作废。请联系安全管理员重新发放。',
    en: 'The one-time password was not used within {hours} h and has lapsed. Ask the security administrator for a new one.',
  },
  'second-step-lapsed': {
    status: 401,
    zh: '这次登录已超时，请重新输入用户名和密码。',
    en: 'This sign-in took too long; enter user name and password again.',
  },
  'second-factor-refused': {
    status: 422,
    zh: '验证码不正确。请输入验证器里现在显示的 6 位数字；手机时间不准时，验证码也会不对。',
    en: 'The code is wrong. Enter the six digits the app shows now; a clock that is off gives wrong codes.',
  },
  'second-factor-used': {
    status: 422,
    zh: '这个验证码已经用过。请等验证器换出下一个再输入。',
    en: 'This code was used already. Wait for the next one.',
  },
  'second-factor-resting': {
    status: 429,
    zh: '验证码连续输错多次，请在 {minutes} 分钟后再试；急用时请联系系统管理员重置两步验证。',
    en: 'Too many wrong codes in a row; try again in {minutes} min, or ask the system administrator to reset the second factor.',
  },
  'second-factor-on': {
    status: 409,
    zh: '两步验证已经启用。要换手机，请先关闭再重新启用，或请管理员重置。',
    en: 'The second factor is on already. To change the phone, switch it off first or have it reset.',
  },
  'second-factor-off': {
    status: 409,
    zh: '两步验证没有启用，没有改动。请刷新页面后再看。',
    en: 'The second factor is not on; nothing was changed. Please reload.',
  },
  'second-factor-kept': {
    status: 409,
    zh: '管理员必须使用两步验证，不能关闭。换手机时请联系（另一位）系统管理员重置。',
    en: 'Administrators must use the second factor. To change the phone, have a system administrator, other than yourself, reset it.',
  },
  'oidc-unavailable': {
    status: 503,
    zh: '统一认证现在连不上，请稍后再试，或者用用户名和密码登录。',
    en: 'The identity provider cannot be reached; try again later, or sign in with a password.',
  },
  'oidc-unknown-person': {
    status: 403,
    zh: '统一认证通过了，但本系统里没有您的账号，或者已经停用。请联系管理员。',
    en: 'The identity provider knows you, but you have no account here, or it is closed. Ask the administrator.',
  },
  'oidc-administrator': {
    status: 403,
    zh: '管理员不能用统一认证登录，请用用户名、密码和两步验证登录。',
    en: 'Administrators sign in with user name, password and second factor, not by the identity provider.',
  },
  'oidc-cancelled': {
    status: 403,
    zh: '统一认证没有完成：您取消了，或者对方没有同意。可以再试一次，或者用用户名和密码登录。',
    en: 'Signing in by the identity provider was not completed. Try again, or sign in with a password.',
  },
  'oidc-failed': {
    status: 502,
    zh: '统一认证没有成功，请再试一次；一直不行时，请用用户名和密码登录，并告诉管理员。',
    en: 'Signing in by the identity provider failed. Try again; if it keeps failing, use a password and tell the administrator.',
  },
  'policy-stale': {
    status: 409,
    zh: '安全策略刚才被别人改过，这次没有保存。请核对最新的设置后再改。',
    en: 'The policy was changed meanwhile; nothing was saved. Look at it as it is now.',
  },
  'not-now': {
    status: 409,
    zh: '现在还不能这样做：{reason}',
    en: 'This cannot be done now: {reason}',
  },
  'review-stale': {
    status: 409,
    zh: '这份文稿刚才又有了新的改动，您看到的已不是最新的，这一步没有执行。请核对最新内容后再改。',
    en: 'The document was changed meanwhile; this step was not carried out. Look at it as it is now, then go on.',
  },
  'review-held': {
    status: 409,
    zh: '这份文稿正由{by}审核，这一步没有执行。要接着审核，请先接手。',
    en: 'The document is being reviewed by {by}; this step was not carried out. Take it over to go on.',
  },
  'review-place-gone': {
    status: 409,
    zh: '要改的地方已经不在了，文稿没有改动。请刷新后再试。',
    en: 'The place to be corrected is no longer there; nothing was changed. Please reload.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: '“{name}”刚才被别人改动过，您看到的已不是最新的，这一步没有执行。请刷新后再改。',
    en: '"{name}" was changed meanwhile; this step was not carried out. Please reload, then go on.',
  },
  'unit-top': {
    status: 409,
    zh: '“{name}”是您管辖范围的最上一级，不能搬移、合并或停用。',
    en: '"{name}" is the top of what is yours; it cannot be moved, merged or retired.',
  },
  'unit-retired': {
    status: 409,
    zh: '“{name}”已经停用，没有执行。要继续使用，请先恢复。',
    en: '"{name}" is retired; nothing was changed. Restore it first.',
  },
  'unit-active': {
    status: 409,
    zh: '“{name}”正在使用，不需要恢复。',
    en: '"{name}" is in use already.',
  },
  'unit-merged': {
    status: 409,
    zh: '“{name}”已并入“{into}”，只作为历史保留，不能再搬移或恢复。',
    en: '"{name}" was merged into "{into}" and stays as history only.',
  },
  'unit-has-children': {
    status: 409,
    zh: '“{name}”下面还有 {count} 个使用中的单位，没有停用。请先搬移、合并或停用它们。',
    en: '"{name}" still has {count} active units below it and was not retired. Move, merge or retire them first.',
  },
  'unit-cycle': {
    status: 409,
    zh: '不能把“{name}”放到它自己或它的下级“{target}”里，组织树没有改动。',
    en: '"{name}" cannot go into itself or into "{target}" below it; the tree was not changed.',
  },
  'unit-under-retired': {
    status: 409,
    zh: '上级单位“{target}”已经停用，下面不能再放单位。请另选上级，或先恢复它。',
    en: '"{target}" is retired; nothing can be put below it.',
  },
  'unit-code-taken': {
    status: 409,
    zh: '编码 {code} 已经有单位在用，没有保存。请换一个编码。',
    en: 'The code {code} is taken; nothing was saved.',
  },
  'unit-name-taken': {
    status: 409,
    zh: '“{parent}”下面已经有“{name}”，没有保存。请换一个名称，或者把两个单位合并。',
    en: 'There is a "{name}" below "{parent}" already; nothing was saved. Choose another name, or merge the two.',
  },
  'unit-name-empty': {
    status: 422,
    zh: '单位名称“{name}”太短或者含有不能用的字符，没有保存。',
    en: 'The unit name "{name}" is too short or has characters that cannot be used; nothing was saved.',
  },
  'unit-division-unknown': {
    status: 422,
    zh: '行政区划代码 {code} 查不到，没有保存。请按国家标准的六位代码填写，没有的留空。',
    en: 'There is no division {code}; nothing was saved. Leave it empty when there is none.',
  },
  'group-name-taken': {
    status: 409,
    zh: '“{unit}”已经有“{name}”，没有保存。请换一个名称。',
    en: '"{unit}" has a "{name}" already; nothing was saved.',
  },
  'person-left': {
    status: 409,
    zh: '“{name}”已经离任，没有执行。要继续，请先由系统管理员恢复。',
    en: '"{name}" has left; nothing was changed. A system administrator can take them back first.',
  },
  'person-at-work': {
    status: 409,
    zh: '“{name}”本来就在职，不需要恢复。',
    en: '"{name}" is at work already.',
  },
  'person-self': {
    status: 409,
    zh: '这一项不能给自己办理，没有执行。请由另一位管理员办理。',
    en: 'Nobody does this to themselves; nothing was changed. Ask another administrator.',
  },
  'person-beyond': {
    status: 409,
    zh: '“{name}”在您管辖范围以外还有角色，没有执行。请由上级管理员办理。',
    en: '"{name}" also holds roles outside your units; nothing was changed. Ask an administrator above.',
  },
  'person-name-empty': {
    status: 422,
    zh: '姓名没有填写，或者只有空格，没有保存。',
    en: 'The name is empty; nothing was saved.',
  },
  'person-unit-unknown': {
    status: 422,
    zh: '所选的单位没有找到：可能已经停用，也可能不在您的权限之内。没有保存，请重新选择单位。',
    en: 'The unit was not found: it may be retired, or not yours to see. Nothing was saved; choose another.',
  },
  'phone-invalid': {
    status: 422,
    zh: '电话号码的写法不对，没有保存。请填 11 位手机号，或带区号的座机号，例如 0379-60001234。',
    en: 'This is no telephone number; nothing was saved. Give 11 digits, or area code and number.',
  },
  'phone-unreadable': {
    status: 409,
    zh: '这个号码是用另一把密钥加密的，现在读不出来。请把原来的密钥文件 personal-data.key 放回数据目录，或重新登记号码。',
    en: 'The number was sealed with another key. Put the former personal-data.key back, or enter the number anew.',
  },
  'account-there': {
    status: 409,
    zh: '“{name}”已经有账号，没有重复开通。',
    en: '"{name}" has an account already.',
  },
  'account-missing': {
    status: 409,
    zh: '“{name}”还没有账号，请先由系统管理员开通。',
    en: '"{name}" has no account yet; a system administrator can open one.',
  },
  'username-taken': {
    status: 409,
    zh: '用户名 {username} 已经有人在用，没有开通。请换一个。',
    en: 'The user name {username} is taken; nothing was opened. Choose another.',
  },
  'roles-exclusive': {
    status: 409,
    zh: '“{name}”已有的角色与要授予的不能由同一人担任，没有授予。系统管理员、安全管理员、审计员三员互斥，也不兼业务角色；请先撤销原来的角色，或另选一人。',
    en: 'The role was not granted: the three administrators exclude each other and every other role, and "{name}" holds one already. Withdraw it first, or choose somebody else.',
  },
  'post-held': {
    status: 409,
    zh: '“{name}”在“{unit}”已有这个角色，没有重复授予。',
    en: '"{name}" holds this role in "{unit}" already.',
  },
  'last-security-administrator': {
    status: 409,
    zh: '“{name}”是最上级单位唯一能登录的安全管理员，没有执行：否则再没有人能授予角色。请先让另一人担任。',
    en: '"{name}" is the last security administrator at the top; nothing was changed, for nobody could grant roles any more. Appoint another one first.',
  },
  'campaign-closed': {
    status: 409,
    zh: '“{name}”已经结束，没有执行。要继续，请先由工作组重新开启。',
    en: '"{name}" is closed; nothing was changed. A coordinator can open it again.',
  },
  'campaign-exists': {
    status: 409,
    zh: '“{name}”（标识 {key}）已经有了，没有新建。可以直接打开它，或者换一个年度。',
    en: '"{name}" ({key}) is there already; nothing was made. Open it, or choose another year.',
  },
  'pack-invalid': {
    status: 422,
    zh: '活动包有 {count} 处错误，什么也没有载入。第一处：{first}',
    en: 'The pack has {count} faults; nothing was loaded. The first: {first}',
  },
  'commitment-signed': {
    status: 409,
    zh: '“{name}”已由{by}签署，没有重复签署。',
    en: '"{name}" was signed by {by} already.',
  },
  'task-not-binding': {
    status: 422,
    zh: '“{task}”不要求“{unit}”完成，没有保存。请另选任务，或者不选任务。',
    en: '"{task}" does not bind "{unit}"; nothing was saved. Choose another task, or none.',
  },
  'report-stale': {
    status: 409,
    zh: '{by}刚才改动过这篇稿件（{what}），您看到的已不是最新的，这一步没有执行。您写的内容仍在，请核对后再试。',
    en: '{by} changed this report meanwhile ({what}); this step was not carried out. Your words are kept; please compare.',
  },
  'report-state': {
    status: 409,
    zh: '稿件现在是“{state}”，不能{action}。请刷新后再看。',
    en: 'The report is "{state}" now; this cannot be done: {action}. Please reload.',
  },
  'report-held': {
    status: 409,
    zh: '这篇稿件正由{by}处理，这一步没有执行。要接着处理，请先接手。',
    en: 'The report is being handled by {by}; this step was not carried out. Take it over to go on.',
  },
  'report-incomplete': {
    status: 422,
    zh: '稿件还不能报出，内容已保存。还差：{what}。',
    en: 'The report cannot be handed in yet; it is saved. Missing: {what}.',
  },
  'report-invalid': { status: 422, zh: '没有保存：{reason}', en: 'Not saved: {reason}' },
  'report-campaign-closed': {
    status: 409,
    zh: '这项专项工作没有在进行，稿件没有报出，内容已保存。',
    en: 'This campaign is not open; nothing was handed in, the text is saved.',
  },
  'report-locked': {
    status: 409,
    zh: '“{task}”的截止日期是 {due}，从 {since} 起不再收稿，稿件没有报出，内容已保存。确需补报，请联系{openers}准予补报。',
    en: '"{task}" was due on {due} and is closed since {since}; nothing was handed in, the text is saved. Ask {openers} to open it.',
  },
  'report-column-unknown': {
    status: 422,
    zh: '没有这个栏目，没有采用。请刷新后重选栏目。',
    en: 'There is no such column; nothing was adopted. Reload and choose again.',
  },
  'circular-exists': {
    status: 409,
    zh: '{period}的通报已经有了，没有另外生成。请打开它修改，或撤销后再生成。',
    en: 'There is a circular of that period already; no other was made. Open it, or revoke it first.',
  },
  'circular-too-early': {
    status: 422,
    zh: '这一期从 {from} 才开始，还没有可统计的数据，没有生成通报。',
    en: 'That period begins on {from}; there is nothing to count yet and no circular was made.',
  },
  'circular-settled': {
    status: 409,
    zh: '《{title}》的状态已经变了，这一步没有执行。印发后的通报不能修改，只能撤销。请刷新后再看。',
    en: '"{title}" is in another state now; this step was not carried out. An issued circular can only be revoked.',
  },
  'case-exists': {
    status: 409,
    zh: '这篇材料已经收录为案例《{title}》，没有另外收录。请打开它修改。',
    en: 'There is a case of this source already: "{title}". No other was made; open it and change it.',
  },
  'case-settled': {
    status: 409,
    zh: '案例《{title}》的状态已经变了，这一步没有执行。请刷新后再看。',
    en: 'The case "{title}" is in another state now; this step was not carried out. Please reload.',
  },
  'case-unfinished': {
    status: 422,
    zh: '案例《{title}》还没有写“为何可行”或“怎么复制”，没有认定。请补写后再试。',
    en: 'The case "{title}" does not yet say why it works or how to copy it; it was not approved.',
  },
  'case-source-unknown': {
    status: 422,
    zh: '没有找到要收录的稿件或文章，可能已被移动或撤回，没有收录。请重新选择。',
    en: 'There is no such report or article any more; nothing was marked. Choose again.',
  },
  'composite-of-one': {
    status: 422,
    zh: '综合采用至少要选两篇稿件，没有采用。',
    en: 'A composite needs two reports or more; nothing was adopted.',
  },
  'composite-refused': {
    status: 409,
    zh: '“{title}”不能一起采用：{reason}所选稿件都没有采用。',
    en: '"{title}" cannot be adopted with the others: {reason} None of them was adopted.',
  },
  'adoption-stale': {
    status: 409,
    zh: '{by}刚才改动过这条采用，您看到的已不是最新的，这一步没有执行。您写的内容仍在，请核对后再试。',
    en: '{by} changed this adoption meanwhile; this step was not carried out. Your words are kept; please compare.',
  },
  'issue-unknown': {
    status: 422,
    zh: '没有找到这期简报或其中的这篇文章，没有登记。请重新选择。',
    en: 'There is no such issue, or no such article in it; nothing was registered. Choose again.',
  },
  'commission-day': {
    status: 422,
    zh: '交稿日期不能早于今天（{today}），没有保存。请改选日期。',
    en: 'A piece cannot be due before today ({today}); nothing was saved.',
  },
  'commission-unit': {
    status: 422,
    zh: '“{unit}”已经停用，没有约稿。请去掉这个单位后再试。',
    en: '"{unit}" is retired; nothing was asked of anybody. Leave it out and try again.',
  },
  'commission-task': {
    status: 422,
    zh: '所选的任务或期次不存在，或者专项工作没有在进行，没有约稿。请刷新后重选。',
    en: 'There is no such task or period in an open campaign; nothing was asked. Reload and choose again.',
  },
  'commission-locked': {
    status: 409,
    zh: '“{task}”对“{unit}”从 {since} 起不再收稿，约来的稿件报不上来，没有约稿。请先准予补报，或者不选任务。',
    en: '"{task}" is closed for "{unit}" since {since}; nothing was asked. Open it first, or ask without the task.',
  },
  'commission-state': {
    status: 409,
    zh: '这篇约稿现在是“{state}”，不能{action}。请刷新后再看。',
    en: 'The commission is "{state}" now; this cannot be done: {action}. Please reload.',
  },
  'recognition-day-ahead': {
    status: 422,
    zh: '没有登记：日期在今天之后。请核对采用或批示的日期。',
    en: 'Not registered: the day lies ahead. Please check it.',
  },
  'recognition-unknown': {
    status: 422,
    zh: '没有登记：{day} 施行的计分规则里没有这一项。请重新选择，或核对日期。',
    en: 'Not registered: the scoring rules of {day} do not know this. Choose again, or check the day.',
  },
  'recognition-form': {
    status: 422,
    zh: '没有登记：请选择“{name}”的采用方式。',
    en: 'Not registered: choose how "{name}" took the report.',
  },
  'recognition-twice': {
    status: 409,
    zh: '没有登记：“{name}”同一天、同一期采用这篇稿件，前面已经登记过。',
    en: 'Not registered: the same adoption by "{name}" stands there already.',
  },
  'instruction-twice': {
    status: 409,
    zh: '没有登记：{day}“{office}”对这篇稿件的批示，前面已经登记过。',
    en: 'Not registered: the instruction of "{office}" of {day} stands there already.',
  },
  'recognition-revoked': {
    status: 409,
    zh: '这条登记已经撤销，没有再改动。',
    en: 'It was taken back already; nothing was changed.',
  },
  'bad-request': { status: 400, zh: '请求有误：{reason}', en: 'The request is not valid: {reason}' },
  'too-many-requests': {
    status: 429,
    zh: '操作太频繁，请在 {retryAfterSeconds} 秒后再试。',
    en: 'Too many requests; try again in {retryAfterSeconds} s.',
  },
  'sign-in-resting': {
    status: 429,
    zh: '密码连续输错多次，这个用户名暂停登录，请在 {minutes} 分钟后再试。忘记密码请联系安全管理员重置。',
    en: 'Too many wrong passwords in a row; try again in {minutes} min, or ask the security administrator for a new one.',
  },
  'server-busy': {
    status: 503,
    zh: '系统正忙，您的内容没有丢失，请稍后再试。',
    en: 'The server is busy; nothing was lost, please try again.',
  },
  'disk-full': {
    status: 507,
    zh: '系统的磁盘已满，这一步没有完成，以前保存的内容不受影响。请联系管理员清理磁盘后再试。',
    en: 'The disk of the server is full; this was not carried out, what was saved before is safe. Free some space.',
  },
  internal: {
    status: 500,
    zh: '系统出错了，已记录，编号 {requestId}。已保存的内容没有受到影响。',
    en: 'Something failed and was recorded as {requestId}; what was saved is safe.',
  },
  'report-file-picture': {
    status: 422,
    zh: '“{file}”里是图片，没有可以读取的文字，表单里的内容没有变。请改传 Word 文件或粘贴文字；照片请放到“照片”一栏。',
    en: '"{file}" holds pictures and no text to read; the form is as it was. Send a Word file or paste the text; photos go under Photos.',
  },
  'photo-too-large': {
    status: 413,
    zh: '照片“{file}”超过 {limitMiB} MB，没有添加；稿件和其他照片都在。请用手机“编辑—调整大小”或微信“非原图”存一份再传。',
    en: 'The photo "{file}" is larger than {limitMiB} MiB and was not added; the report and its other photos are kept.',
  },
  'photo-not-picture': {
    status: 422,
    zh: '“{file}”没有添加：{reason}。稿件和其他照片都在，请换成 JPEG、PNG 或 WebP 照片。',
    en: '"{file}" was not added: {reason}. The report and its other photos are kept; please send JPEG, PNG or WebP.',
  },
  'photo-damaged': {
    status: 422,
    zh: '照片“{file}”不完整或已损坏，没有添加；稿件和其他照片都在。请重新拍摄或换一张再传。',
    en: 'The photo "{file}" is damaged or cut short and was not added; the report and its other photos are kept.',
  },
  'photo-too-wide': {
    status: 422,
    zh: '照片“{file}”有 {width}×{height} 像素，超过 {limit} 的上限，没有添加；稿件和其他照片都在。请缩小后再传。',
    en: 'The photo "{file}" has {width}×{height} pixels, more than {limit}, and was not added; the rest is kept.',
  },
  'photo-too-many': {
    status: 409,
    zh: '一篇稿件最多 {limit} 张照片，这张没有添加；已有的照片都在。请先删去一张。',
    en: 'A report takes {limit} photos at most; this one was not added, the others are kept. Remove one first.',
  },
  'file-empty': { status: 422, zh: '“{file}”是空文件，没有可以读取的文字。', en: '"{file}" is empty.' },
  'file-too-large': {
    status: 413,
    zh: '“{file}”超过 {limitMiB} MB 的上限，没有导入。请拆成几份再试。',
    en: '"{file}" is larger than {limitMiB} MiB.',
  },
  'file-not-text': {
    status: 422,
    zh: '“{file}”不是可以读取的稿件（{reason}），没有导入。请另存为 Word、PDF 或文本后再试。',
    en: '"{file}" is no manuscript that can be read ({reason}). Please save it as Word, PDF or text.',
  },
  'file-encoding': {
    status: 422,
    zh: '“{file}”的文字编码无法辨认（{reason}），没有导入。请另存为 UTF-8 文本后再试。',
    en: 'The encoding of "{file}" cannot be told ({reason}).',
  },
  'file-damaged': {
    status: 422,
    zh: '“{file}”已损坏（{reason}），没有导入，其他文件不受影响。请用原来的程序打开另存一份再试。',
    en: '"{file}" is damaged ({reason}). Nothing was read of it; please save it anew and try again.',
  },
  'file-locked': {
    status: 422,
    zh: '“{file}”设有密码，没有导入。请取消密码、另存一份后再试。',
    en: '"{file}" is protected by a password. Nothing was read; please save it without one and try again.',
  },
  'file-unsafe': {
    status: 422,
    zh: '“{file}”的内容不安全（{reason}），没有导入。请用 Word 或 WPS 打开，另存一份后再试。',
    en: '"{file}" is not safe to open ({reason}). Nothing was read; please save it anew and try again.',
  },
  'file-too-long': {
    status: 422,
    zh: '“{file}”有 {pages} 页，超过 {limit} 页的上限，没有导入。请拆成几份再试。',
    en: '"{file}" has {pages} pages, more than {limit}. Nothing was read; please split it and try again.',
  },
  'file-needs-recognition': {
    status: 422,
    zh: '“{file}”是图片（共 {pages} 页），没有可以直接读取的文字，没有导入。请选择“识别文字”（命令行加 --recognise）再试。',
    en: 'The pages of "{file}" ({pages}) are pictures. Nothing was read; ask for recognition (--recognise) to read them.',
  },
  'recognition-failed': {
    status: 422,
    zh: '“{file}”的文字没有识别出来（{reason}）。原件不受影响，请换清楚一些的扫描件再试。',
    en: 'The text of "{file}" was not recognised ({reason}). Please try again with a clearer scan.',
  },
  'file-is-zip': {
    status: 422,
    zh: '“{file}”是压缩包，没有导入。请把文件名改为以 .zip 结尾再放进来，里面的文件会逐份入库。',
    en: '"{file}" is a ZIP. Nothing was kept; send it under a name that ends in .zip, or to /api/batches.',
  },
  'file-not-zip': {
    status: 422,
    zh: '“{file}”不是 ZIP 压缩包，没有导入。RAR、7z 等请解压后改存为 ZIP，单个文件请直接上传。',
    en: '"{file}" is not a ZIP. Nothing was kept; please make a ZIP of it, or upload a single file as it is.',
  },
  'zip-unusable': {
    status: 422,
    zh: '压缩包“{file}”不能用：{reason}。里面的文件都没有导入，请重新压缩或分成几个再试。',
    en: 'The ZIP "{file}" cannot be used ({reason}). Nothing of it was read; please make it anew or split it.',
  },
  'file-not-sheet': {
    status: 422,
    zh: '“{file}”不是 Excel 工作簿（.xlsx）：{reason}。没有导入，请在 Excel 或 WPS 中另存为 .xlsx 再试。',
    en: '"{file}" is no Excel workbook (.xlsx): {reason}. Nothing was imported; please save it as .xlsx.',
  },
  'sheet-unusable': {
    status: 422,
    zh: '“{file}”不能导入：{reason}。没有写入任何内容。',
    en: '"{file}" cannot be imported: {reason}. Nothing was written.',
  },
  'file-unwritable': {
    status: 422,
    zh: '“{file}”无法写入：{reason}',
    en: '"{file}" cannot be written: {reason}',
  },
  'file-unreadable': {
    status: 422,
    zh: '“{file}”无法读取：{reason}',
    en: '"{file}" cannot be read: {reason}',
  },
  'register-invalid': {
    status: 422,
    zh: '单位名册第 {line} 行有误：{reason}。名册没有读入，请改正后再试。',
    en: 'Line {line} of the unit register is not valid: {reason}. Nothing was read.',
  },
  'picture-used': {
    status: 409,
    zh: '这张图片还用在《{headline}》里，没有删除。请先从稿件中删去图片。',
    en: 'The picture still stands in "{headline}" and was not removed. Take it out of the text first.',
  },
  'picture-unknown': {
    status: 422,
    zh: '稿件里有一张图片已不在本期图库中，没有保存；文字都在。请删去这张图片，需要的话重新插入。',
    en: 'A picture of the text is no longer kept for this issue. Nothing was saved; take it out, or insert it again.',
  },
  'picture-too-many': {
    status: 409,
    zh: '一期最多存 {limit} 张图片，这张没有添加。请先删去不用的图片。',
    en: 'An issue keeps {limit} pictures at most; this one was not added. Remove some that are not used.',
  },
  'series-closed': {
    status: 409,
    zh: '“{name}”已停刊，不能再编新的一期。如需继续，请先恢复刊物。',
    en: '"{name}" is closed: no new issue of it can be begun. Reopen it first.',
  },
  'series-name-taken': {
    status: 409,
    zh: '本单位已有名为“{name}”的刊物，没有保存。请换一个刊名。',
    en: 'The unit already has a series called "{name}". Nothing was saved; choose another name.',
  },
  'series-name-empty': {
    status: 422,
    zh: '刊名、编发单位、栏目、审签步骤和发送对象都要有名称，没有保存。',
    en: 'Series, publisher, columns, steps and recipients all need a name. Nothing was saved.',
  },
  'series-twice': {
    status: 422,
    zh: '“{name}”重复了，没有保存。栏目、审签步骤和同一类发送对象都只能出现一次。',
    en: '"{name}" stands there twice. Nothing was saved.',
  },
  'series-campaign-unknown': {
    status: 422,
    zh: '所选的工作方案不存在，或不在您的权限之内，没有保存。请重新选择。',
    en: 'There is no such campaign, or it is not yours to see. Nothing was saved.',
  },
  'series-has-editions': {
    status: 409,
    zh: '“{name}”已编过 {count} 期，不能删除。不再编发的，请改为停刊。',
    en: '"{name}" has {count} issues and cannot be removed; close it instead.',
  },
  'column-bounds': {
    status: 422,
    zh: '栏目“{column}”的篇数最少 {min}、最多 {max}，前后颠倒了，没有保存。',
    en: 'Column "{column}" has at least {min} and at most {max} pieces: the wrong way round. Nothing was saved.',
  },
  'column-in-use': {
    status: 409,
    zh: '栏目“{column}”里还有{edition}的稿件，不能去掉，没有保存。请先把稿件移到别的栏目。',
    en: 'Column "{column}" holds pieces of {edition} and cannot be taken away. Nothing was saved; move them first.',
  },
  'recipient-unknown': {
    status: 422,
    zh: '发送对象“{name}”对应的单位在名册里已找不到，没有保存。请重新选择单位。',
    en: 'The unit of recipient "{name}" is not in the register. Nothing was saved; choose it anew.',
  },
  'number-given': {
    status: 409,
    zh: '已编发到第 {given} 期，下一期不能编为第 {next} 期，没有改动。',
    en: 'Number {given} was given already: {next} cannot come next. Nothing was changed.',
  },
  'edition-settled': {
    status: 409,
    zh: '“{name}”现在不由您修改：可能正在审签，或已经定稿。没有保存，请刷新查看最新状态。',
    en: '"{name}" is not yours to change now: it is being signed, or settled. Nothing was saved.',
  },
  'edition-full': {
    status: 422,
    zh: '“{name}”最多编 {limit} 篇，没有组入。请先撤下一些，或分成两期。',
    en: '"{name}" holds at most {limit} pieces. Nothing was added; take some out or make two issues.',
  },
  'edition-deed-refused': {
    status: 409,
    zh: '“{name}”现在不能这样办理，没有改动。请刷新查看最新状态。',
    en: 'This cannot be done with "{name}" now. Nothing was changed; reload to see where it stands.',
  },
  'issue-form-damaged': {
    status: 500,
    zh: '这份印发文件与印发时不一致，没有提供下载。请联系系统管理员从备份恢复。',
    en: 'This file is no longer what was issued and is not handed out. Ask the administrator to restore it.',
  },
  'edition-empty': {
    status: 409,
    zh: '“{name}”还没有稿件，不能送审或签发。请先组入稿件。',
    en: '"{name}" has no pieces yet: it can be neither sent nor signed. Add some first.',
  },
  'edition-being-edited': {
    status: 409,
    zh: '{by}正在编辑“{headline}”，没有办理。请等对方编完，或请其退出编辑后再办。',
    en: '{by} is editing "{headline}". Nothing was done; try again when they have finished.',
  },
  'reason-missing': {
    status: 422,
    zh: '请写明原因或意见（至少两个字），没有办理。',
    en: 'Please say why, in two letters at least. Nothing was done.',
  },
  'column-unknown': {
    status: 422,
    zh: '本刊没有这个栏目（{column}），没有改动。请刷新后再试。',
    en: 'The series has no such column ({column}). Nothing was changed.',
  },
  'adoption-unknown': {
    status: 422,
    zh: '所选稿件里有已取消采用或不在本编辑部的，没有组入。请刷新待编稿件后再选。',
    en: 'Some of the chosen pieces are no longer adopted at this desk. Nothing was added.',
  },
  'adoption-placed': {
    status: 409,
    zh: '“{title}”已经组入一期简报，没有重复组入。',
    en: '"{title}" stands in an issue already. Nothing was added.',
  },
  'finding-gone': {
    status: 409,
    zh: '这处问题已经不在原处，可能有人改过稿件，没有更正。已按最新的文字重新校对。',
    en: 'The finding is not there any more; somebody may have changed the text. Nothing was mended.',
  },
  'office-word-known': {
    status: 409,
    zh: '用语规范里已经有“{wrong}”，没有重复添加。请在原来那条上修改。',
    en: 'The word list has {wrong} already; nothing was added. Change that entry.',
  },
  'article-too-long': {
    status: 422,
    zh: '“{title}”正文共 {count} 字，超过 {limit} 字，没有保存。请删减或分成两篇。',
    en: '"{title}" has {count} characters, more than {limit}. Nothing was saved; shorten or divide it.',
  },
  'item-claimed': {
    status: 409,
    zh: '{by}正在编辑这篇稿件，您的改动没有保存，仍在本页。等对方编完或请其退出后再存。',
    en: '{by} is editing this piece. Your changes are not saved but still on the page.',
  },
  'figure-unknown': {
    status: 422,
    zh: '数据“{shown}”找不到来源，或来源的计量口径不一致，没有保存。请重新选择来源。',
    en: 'The number "{shown}" has no source, or its sources do not count the same. Nothing was saved.',
  },
  'delivery-known': {
    status: 409,
    zh: '“{name}”已在本期的分发名单里，没有重复发送。',
    en: '"{name}" has got this issue already. Nothing was sent.',
  },
  'delivery-unit-unknown': {
    status: 422,
    zh: '请选择收文单位，或填写单位外收件人的名称。没有发送。',
    en: 'Choose a unit or write the name of a recipient outside. Nothing was sent.',
  },
  'delivery-sent': {
    status: 409,
    zh: '发给“{name}”的邮件不需要重发，没有改动。请刷新查看最新状态。',
    en: 'The mail to "{name}" need not be sent again. Nothing was changed.',
  },
  'delivery-acknowledged': {
    status: 409,
    zh: '本单位已由{name}签收，不需要再签。',
    en: 'It was acknowledged for your unit by {name} already.',
  },
  'delivery-replied': {
    status: 409,
    zh: '本单位已由{name}回复，没有再次发送。',
    en: 'Your unit was answered for by {name} already. Nothing was sent.',
  },
  'delivery-reply-empty': {
    status: 422,
    zh: '请写明办理情况再回复，没有发送。',
    en: 'Write what was done before you answer. Nothing was sent.',
  },
  'missive-no-items': {
    status: 422,
    zh: '没有可以写入公文的事项：所选事项可能已办结、还没有下发，或者不属于下级单位。没有起草。',
    en: 'There is no open item of a unit below to write about. Nothing was drafted.',
  },
  'missive-too-many': {
    status: 422,
    zh: '一次最多办理 {limit} 项，没有办理。请缩小范围后分批办理。',
    en: 'At most {limit} at once; nothing was done. Narrow the choice and take them in parts.',
  },
  'missive-reply-day': {
    status: 422,
    zh: '回复时限已经过去，没有办理。请改成今天或以后的日期。',
    en: 'The day by which an answer is due is past. Nothing was done; choose today or later.',
  },
  'missive-settled': {
    status: 409,
    zh: '《{title}》现在不能这样办理，没有改动。可能刚有人办理过，请查看最新状态。',
    en: 'This cannot be done with "{title}" now. Nothing was changed; look at its newest state.',
  },
  'missive-incomplete': {
    status: 422,
    zh: '还缺标题或机关代字，没有送签。补全后再送。',
    en: 'The title or the word of its number is missing. It was not sent to be signed.',
  },
  'missive-reason': {
    status: 422,
    zh: '请写明原因，没有办理。',
    en: 'Say why; nothing was done.',
  },
  'missive-no-files': {
    status: 409,
    zh: '符合条件的公文里没有已签发并生成文件的，没有打包。',
    en: 'None of these documents has files yet; nothing was packed.',
  },
  'erratum-settled': {
    status: 409,
    zh: '“{name}”的这条勘误现在不能这样办理，没有改动。请刷新查看最新状态。',
    en: 'This cannot be done with the erratum of "{name}" now. Nothing was changed.',
  },
  'erratum-no-edition': {
    status: 409,
    zh: '《{name}》所在的刊物没有正在编辑的一期，或没有可放文章的栏目，没有编入。请先新编一期。',
    en: 'The series of "{name}" has no issue in the making with a column for it. Begin one first.',
  },
  'figure-not-there': {
    status: 422,
    zh: '稿件里没有这项数据，或没有任何改动，没有保存。请刷新后再试。',
    en: 'The report has no such figure, or nothing was changed. Nothing was saved.',
  },
  'draw-unreadable': {
    status: 422,
    zh: '“{file}”不能核验：{place} {reason}。',
    en: '"{file}" cannot be verified: {place} {reason}.',
  },
  'draw-text': {
    status: 422,
    zh: '抽查名册里的 {text} 含有换行、控制字符或不可见的字符，请改正。',
    en: 'The register of the draw holds {text} with line breaks, control or invisible characters.',
  },
  'draw-empty': {
    status: 422,
    zh: '抽查名册里还没有对象，请先选定抽查范围。',
    en: 'The register of the draw is empty. Choose first who may be drawn.',
  },
  'draw-code-twice': {
    status: 422,
    zh: '“{code}”在抽查名册里出现了两次，每个对象、人员和分组只能有一个。',
    en: '"{code}" stands twice in the register of the draw.',
  },
  'draw-stratum-unknown': {
    status: 422,
    zh: '抽查规则里没有“{stratum}”这一组，名册里却有。',
    en: 'The rules know no stratum "{stratum}", which the register has.',
  },
  'draw-stratum-empty': {
    status: 422,
    zh: '“{stratum}”这一组里一个对象也没有，请去掉这一组或调整范围。',
    en: 'The stratum "{stratum}" has no object. Leave it out or widen the range.',
  },
  'draw-recusal-unknown': {
    status: 422,
    zh: '{name}要回避的“{code}”不在抽查名册里。',
    en: '{name} is recused from "{code}", which is not in the register.',
  },
  'draw-stratum-small': {
    status: 422,
    zh: '“{stratum}”只有 {objects} 个对象，少于最低应抽的 {minimum} 个，请调低最低数。',
    en: '"{stratum}" has {objects} objects, fewer than the {minimum} to be drawn at least.',
  },
  'draw-count-small': {
    status: 422,
    zh: '各组最低应抽合计 {least} 个，超过了抽取总数 {count} 个，请增加总数或调低最低数。',
    en: 'The minimums add up to {least}, more than the {count} to be drawn.',
  },
  'draw-count-large': {
    status: 422,
    zh: '要抽 {count} 个，名册里只有 {objects} 个，请减少抽取总数。',
    en: '{count} are to be drawn from {objects}. Draw fewer.',
  },
  'draw-inspectors-few': {
    status: 422,
    zh: '每个对象要派 {needed} 名检查人员，现在只有 {inspectors} 名，请增加人员。',
    en: 'Each object needs {needed} inspectors; there are {inspectors}.',
  },
  'draw-inspectors-full': {
    status: 422,
    zh: '{inspectors} 名检查人员每人最多 {most} 个，只能承担 {places} 人次，需要 {needed} 人次。请增加人员或放宽每人上限。',
    en: '{inspectors} inspectors with at most {most} objects each have {places} places; {needed} are needed.',
  },
  'draw-recused-out': {
    status: 422,
    zh: '抽到“{name}”时，除去回避的只剩 {left} 名检查人员，不够 {needed} 名，请增加人员或将它排除。',
    en: 'For "{name}" only {left} inspectors are not recused; {needed} are needed.',
  },
  'draw-recusals-many': {
    status: 422,
    zh: '回避较多，有的抽查结果会派不足检查人员。请增加人员或放宽每人上限。',
    en: 'With so many recusals some selections could not be given their inspectors. Add inspectors.',
  },
  'draw-seed': {
    status: 422,
    zh: '种子与事先公布的哈希不符，没有抽取。',
    en: 'The seed is not the one whose hash was published. Nothing was drawn.',
  },
  'draw-contribution': {
    status: 422,
    zh: '请填写现场给出的数字或词语，只能是一行文字。没有抽取。',
    en: 'Enter what those present called out, in one line. Nothing was drawn.',
  },
  'draw-settled': {
    status: 409,
    zh: '“{name}”现在不能这样办理，没有改动。请刷新查看最新状态。',
    en: 'This cannot be done with "{name}" now. Nothing was changed.',
  },
  'certificates-busy': {
    status: 503,
    zh: '现在下载证书的人很多，前面还有 {waiting} 份在排队。请过一分钟再点一次，资格和成绩都不会变。',
    en: '{waiting} certificates are waiting to be set. Please try again in a minute; nothing is lost.',
  },
  'lottery-off': {
    status: 422,
    zh: '“{title}”没有设置抽奖，没有执行。请在竞赛规则里设置抽奖资格。',
    en: 'The contest "{title}" has no lottery in its rules. Nothing was done.',
  },
  'lottery-day-open': {
    status: 422,
    zh: '{day} 还没有结束，名单还会变，不能抽奖。请在这一天过后再来。',
    en: '{day} is not over yet; its list still changes. Draw when it has passed.',
  },
  'lottery-open': {
    status: 422,
    zh: '竞赛还没有结束，名单还会变，不能按全程抽奖。请在结束后再来。',
    en: 'The contest is still open; a draw over all of it has to wait for its close.',
  },
  'lottery-day-done': {
    status: 422,
    zh: '{day} 已抽过 {draws} 轮，规则是每天最多 {draws} 轮，没有执行。',
    en: '{draws} draws were held for {day}, as many as the rules allow.',
  },
  'lottery-pending': {
    status: 409,
    zh: '还有一轮抽奖已承诺、没有抽取，没有执行。请先抽完或作废那一轮。',
    en: 'Another draw was committed to and not drawn yet. Draw it or void it first.',
  },
  'lottery-changed': {
    status: 409,
    zh: '名单刚刚变了，没有执行。请再点一次。',
    en: 'The list changed just now; nothing was done. Please try again.',
  },
  'paper-key-early': {
    status: 422,
    zh: '竞赛还没有结束，抽题密钥不能查看。',
    en: 'The contest is not closed; its key stays sealed.',
  },
  'draw-unit-unknown': {
    status: 422,
    zh: '没有找到所选的单位，或不在您的管辖范围内，没有保存。',
    en: 'A unit that was chosen is not there or not yours. Nothing was saved.',
  },
  'draw-person-unknown': {
    status: 422,
    zh: '“{name}”不是您管辖范围内在岗的督导员，没有保存。请重新选择或直接填写姓名。',
    en: '"{name}" is no inspector at work within your reach. Nothing was saved.',
  },
  'need-settled': {
    status: 409,
    zh: '诉求 {number} 已由他人办理，状态变了，这一步没有执行。请刷新后再看。',
    en: 'Need {number} was decided meanwhile; this step was not carried out. Please reload.',
  },
  'need-unit-unknown': {
    status: 422,
    zh: '没有这个单位，或者诉求已在这个单位，没有保存。请从列表中另选一个。',
    en: 'There is no such unit to put it to, or it stands there already. Choose another; nothing was saved.',
  },
  'need-day-ahead': {
    status: 422,
    zh: '听取诉求的日期不能晚于今天，没有保存。',
    en: 'The day it was heard lies ahead; nothing was saved.',
  },
  'need-words-missing': {
    status: 422,
    zh: '内容是空的，没有保存。请写明白再提交。',
    en: 'There are no words in it; nothing was saved.',
  },
  'need-item-unknown': {
    status: 422,
    zh: '没有找到可并入的事项，可能已销号或不在您的权限之内，没有并入。请另选一项。',
    en: 'There is no such item on its way any more; the need was not put to it. Choose another.',
  },
  'tour-settled': {
    status: 409,
    zh: '“{name}”现在是“{state}”，不能这样办理，没有改动。请刷新查看最新状态。',
    en: 'This cannot be done with "{name}" now. Nothing was changed.',
  },
  'tour-draw-void': {
    status: 409,
    zh: '抽查“{name}”已经作废，不能据此安排巡回指导，没有保存。',
    en: 'The draw "{name}" was declared void; no tour can be made of it. Nothing was saved.',
  },
  'tour-days': {
    status: 422,
    zh: '起止日期不对：{reason}。没有保存。',
    en: 'The days of the tour do not fit. Nothing was saved.',
  },
  'tour-team': {
    status: 422,
    zh: '督导组不对：{reason}。没有保存。',
    en: 'The team does not fit. Nothing was saved.',
  },
  'tour-checklist': {
    status: 422,
    zh: '检查题“{text}”{reason}。没有保存。',
    en: 'The question "{text}" cannot be kept like this. Nothing was saved.',
  },
  'tour-unready': {
    status: 409,
    zh: '“{name}”{reason}，没有改动。',
    en: '"{name}" is not ready for this. Nothing was changed.',
  },
  'tour-stop-day': {
    status: 422,
    zh: '到“{unit}”的日期 {day} 不在巡回指导的 {from} 至 {to} 之内，没有保存。',
    en: '{day} for "{unit}" lies outside the tour ({from} to {to}). Nothing was saved.',
  },
  'tour-stop-twice': {
    status: 409,
    zh: '“{unit}”在 {day} 已经有一站，没有重复安排。',
    en: '"{unit}" is visited on {day} already. Nothing was saved.',
  },
  'tour-stop-unit': {
    status: 422,
    zh: '有单位不在“{name}”的派出单位之下，或已停用，没有保存。',
    en: 'A unit is not below the one that sends "{name}", or no longer in use. Nothing was saved.',
  },
  'tour-stops-full': {
    status: 422,
    zh: '一次巡回指导最多 {limit} 站，没有保存。请另建一次。',
    en: 'A tour has at most {limit} stops. Nothing was saved.',
  },
  'stop-settled': {
    status: 409,
    zh: '“{unit}”这一站现在不能这样办理，没有改动。检查已结束的，请组长重新打开。',
    en: 'This cannot be done at the stop "{unit}" now. Nothing was changed.',
  },
  'stop-not-team': {
    status: 409,
    zh: '您不在这个督导组里，不能填写“{unit}”这一站。',
    en: 'You are not on the team of this tour and cannot write at "{unit}".',
  },
  'stop-has-content': {
    status: 409,
    zh: '“{unit}”这一站已有检查记录，不能删除。',
    en: 'Something was written at "{unit}" already: the stop stays.',
  },
  'stop-answer': {
    status: 422,
    zh: '“{question}”的回答不合题型，没有保存。',
    en: 'The answer does not fit the question "{question}". Nothing was saved.',
  },
  'stop-meanwhile': {
    status: 409,
    zh: '{by}刚改过“{what}”，您的内容还在手机上，请选择用哪一份。',
    en: '{by} changed "{what}" meanwhile. Yours is still on this device; choose which to keep.',
  },
  'stop-finding-missing': {
    status: 409,
    zh: '“{question}”答了否，还没有写问题，检查没有结束。',
    en: '"{question}" was answered no and has no finding yet. The check goes on.',
  },
  'finding-settled': {
    status: 409,
    zh: '问题“{problem}”已经办理过，没有改动。请刷新查看最新状态。',
    en: 'The finding "{problem}" was settled already. Nothing was changed.',
  },
  'finding-ledger': {
    status: 422,
    zh: '“{name}”不是整改台账，没有生成整改事项。请另选一个台账。',
    en: '"{name}" is no rectification ledger. Nothing was raised; choose another.',
  },
  'talk-personal': {
    status: 422,
    zh: '访谈记录里有{what}，没有保存。访谈只记话题和人数，请删去能找到个人的内容。',
    en: 'The notes hold a number that leads to a person ({what}). Take it out; nothing was saved.',
  },
  'item-state': {
    status: 409,
    zh: '“{title}”现在是“{state}”，不能{action}，没有改动。请刷新查看最新状态。',
    en: '"{title}" is {state} now; it cannot be moved like this. Nothing was changed.',
  },
  'item-own': {
    status: 409,
    zh: '“{title}”是您提交的，要由另一位负责人审核。',
    en: 'You submitted "{title}" yourself; somebody else has to review it.',
  },
  'item-evidence': {
    status: 409,
    zh: '“{title}”还没有佐证材料，不能反馈或销号。请先上传材料或关联信息报送。',
    en: '"{title}" has no evidence yet and cannot be fed back or closed. Add a report or a file first.',
  },
  'item-parts': {
    status: 409,
    zh: '“{title}”还有 {count} 项分解任务没有办结，不能反馈或销号。',
    en: '"{title}" still has {count} open parts and cannot be fed back or closed.',
  },
  'item-late': {
    status: 409,
    zh: '“{title}”已过时限（{day}），不能再申请延期。请尽快办理并在反馈中说明逾期原因。',
    en: 'The deadline of "{title}" ({day}) is over; an extension has to be asked for before it.',
  },
  'item-waiting': {
    status: 409,
    zh: '“{title}”已有一份延期申请在等待审批。',
    en: 'An extension of "{title}" is waiting for a decision already.',
  },
  'item-days': {
    status: 422,
    zh: '日期不对：{reason}没有保存。',
    en: 'These days do not fit together: {reason} Nothing was saved.',
  },
  'item-units': {
    status: 422,
    zh: '有 {count} 个单位不能承办：{reason}没有保存。',
    en: '{count} units cannot take this on: {reason} Nothing was saved.',
  },
  'item-owner': {
    status: 422,
    zh: '责任人不是“{unit}”的在岗人员，没有保存。请重新选择。',
    en: 'The owner does not work at "{unit}". Nothing was saved; please choose again.',
  },
  'item-proof': {
    status: 422,
    zh: '有 {count} 篇信息不能作为佐证：只能用“{unit}”及其下级已经报出的信息。没有保存。',
    en: '{count} reports cannot serve as evidence: they must have left "{unit}" or a unit below it.',
  },
  'item-depth': {
    status: 409,
    zh: '已经分解到第 {count} 级，不能再往下分解。',
    en: 'This is {count} levels deep already and cannot be decomposed further.',
  },
  'ledger-closed': {
    status: 409,
    zh: '“{name}”已经封账，不能再立项。',
    en: '"{name}" is closed; nothing more can be proposed in it.',
  },
  'service-not-now': {
    status: 409,
    zh: '“{title}”现在的状态不能这样办，没有改动。请刷新后再看。',
    en: 'This cannot be done with "{title}" in its present state; nothing was changed. Please reload.',
  },
  'outcome-missing': {
    status: 422,
    zh: '“{title}”还没有填写成果（受益人数和成效），没有反馈。请先填写成果。',
    en: 'Say first whom "{title}" reached and what came of it; it was not fed back.',
  },
  'ask-day-past': {
    status: 422,
    zh: '评价截止日期已经过了，没有生成链接。请选今天或以后的日期。',
    en: 'The last day for answers is past; no links were made.',
  },
  'ask-too-many': {
    status: 422,
    zh: '“{title}”的评价链接最多 {most} 个，没有再生成。',
    en: 'There are at most {most} links for "{title}"; no others were made.',
  },
  'bank-name-taken': {
    status: 409,
    zh: '“{unit}”已有名为“{name}”的题库，没有保存。请换一个名称。',
    en: '"{unit}" has a question bank called "{name}" already; nothing was saved.',
  },
  'bank-not-empty': {
    status: 409,
    zh: '题库“{name}”里还有 {count} 道题，没有删除。请先停用、删除里面的题。',
    en: 'The bank "{name}" still holds {count} questions and was not removed.',
  },
  'bank-used': {
    status: 409,
    zh: '题库“{name}”有竞赛在用，没有删除。',
    en: 'A contest takes questions from the bank "{name}"; it was not removed.',
  },
  'bank-full': {
    status: 409,
    zh: '题库“{name}”最多放 {limit} 道题，没有加入。请另建一个题库。',
    en: 'The bank "{name}" holds {limit} questions at most; nothing was added.',
  },
  'bank-import-faulty': {
    status: 422,
    zh: '“{file}”里有 {count} 处要改，一道题也没有导入。请按提示改好再传。',
    en: '"{file}" has {count} faults; no question was imported.',
  },
  'bank-import-many': {
    status: 422,
    zh: '“{file}”里有 {count} 道题，一次最多导入 {limit} 道，没有导入。请拆成几份。',
    en: '"{file}" holds {count} questions; {limit} are imported at once at most.',
  },
  'bank-import-empty': {
    status: 422,
    zh: '“{file}”里没有找到题目，没有导入。Word 里每道题要以“1.”这样的题号开头，可参照模板。',
    en: 'No question was found in "{file}". In Word every question begins with its number, as in the template.',
  },
  'question-exists': {
    status: 409,
    zh: '题库里已有这道题（{state}）：“{stem}”。没有重复保存。',
    en: 'The bank has this question already ({state}): "{stem}". It was not saved again.',
  },
  'question-faulty': {
    status: 422,
    zh: '这道题还不能用：{reason}。没有保存。',
    en: 'This question cannot be asked yet: {reason}. It was not saved.',
  },
  'question-settled': {
    status: 409,
    zh: '这道题的状态已经变了，这一步没有执行：“{stem}”。请刷新后再看。',
    en: 'This question is in another state now; the step was not carried out: "{stem}".',
  },
  'question-own-review': {
    status: 409,
    zh: '自己写的题不能自己审核，没有通过。请另一位同事审。',
    en: 'Nobody approves what they wrote themselves; please ask a colleague.',
  },
  'picture-unusable': {
    status: 422,
    zh: '“{file}”没有放进题目：{reason}。题目的文字都在，请换成 JPEG、PNG 或 WebP 图片。',
    en: '"{file}" was not added: {reason}. The words of the question are kept; please send JPEG, PNG or WebP.',
  },
  'contest-settled': {
    status: 409,
    zh: '“{name}”现在不能这样办理，没有改动。请刷新查看最新状态。',
    en: 'This cannot be done with "{name}" now. Nothing was changed.',
  },
  'contest-slug-taken': {
    status: 422,
    zh: '网址“{slug}”已有竞赛在用，没有保存。请换一个。',
    en: 'The address "{slug}" belongs to another contest; nothing was saved. Please choose another.',
  },
  'contest-unit-unknown': {
    status: 422,
    zh: '没有找到所选的主办单位，或不在您的管辖范围内，没有保存。',
    en: 'The unit is not there or not yours. Nothing was saved.',
  },
  'contest-bank-unknown': {
    status: 422,
    zh: '所选的题库里有的已被删除，或不在您的管辖范围内，没有保存。请重新选择。',
    en: 'A question bank that was chosen is not there or not yours. Nothing was saved.',
  },
  'contest-not-ready': {
    status: 422,
    zh: '“{name}”还有 {count} 处设置要改，没有开放。请回到设置，逐项改正。',
    en: '{count} settings of "{name}" must be mended first; it was not opened.',
  },
  'contest-window-over': {
    status: 422,
    zh: '“{name}”的结束时间不能早于现在，没有改动。要立即结束，请用“提前结束”。',
    en: 'The close of "{name}" must not lie in the past; nothing was changed. To end it now, close it.',
  },
  'contest-not-counted': {
    status: 409,
    zh: '“{name}”还有答卷没有统计完，请过一会儿再公示。',
    en: 'Papers of "{name}" are still being counted; please publish a little later.',
  },
  'contest-papers-out': {
    status: 409,
    zh: '“{name}”结束前开始的答卷还可以交 {minutes} 分钟，请到时候再公示。',
    en: 'Papers of "{name}" that were begun before its close may come for {minutes} more minutes; publish then.',
  },
  'contest-token': {
    status: 403,
    zh: '这张试卷或参赛凭证已经失效，没有记分。请刷新页面后再来。',
    en: 'The paper or ticket is not valid any more; nothing was counted. Please load the page again.',
  },
  'contest-not-open': {
    status: 409,
    zh: '现在不在答题时间内。',
    en: 'The contest is not open at this time.',
  },
  'contest-over': {
    status: 409,
    zh: '竞赛已经结束，这份答卷没有收进来。',
    en: 'The contest is over; the paper was not taken.',
  },
  'contest-day-limit': {
    status: 409,
    zh: '今天的 {count} 次答题机会已经用完，明天再来。',
    en: 'All {count} attempts of today are used; please come again tomorrow.',
  },
  'contest-limit': {
    status: 409,
    zh: '{count} 次答题机会已经全部用完。',
    en: 'All {count} attempts are used.',
  },
  'contest-no-practice': {
    status: 409,
    zh: '这次竞赛没有练习。',
    en: 'This contest has no practice.',
  },
  'player-unknown': {
    status: 409,
    zh: '还没有您的参赛信息，请填好昵称等信息再参赛。',
    en: 'You have not joined yet; please fill in the rest.',
  },
  'player-code-wrong': {
    status: 422,
    zh: '没有这个参赛码，请核对后再输一次。参赛码共 10 位，在您第一次参赛时给出。',
    en: 'There is no such code of a player; please check it. It has ten letters, shown when you joined.',
  },
  'player-forgotten': {
    status: 409,
    zh: '您已要求删除个人信息，这次竞赛不能再用原来的身份参加。',
    en: 'Your personal data was erased at your wish; you cannot take part in this contest again.',
  },
  'nickname-taken': {
    status: 409,
    zh: '“{nickname}”在这里已经有人用了，没有登记。如果就是您本人，请用参赛码进入；不是的话，请换一个昵称。',
    en: '"{nickname}" is taken here. If it is you, come in by your code of a player; else choose another.',
  },
  'nickname-length': {
    status: 422,
    zh: '昵称要有 2 至 16 个字，没有登记。',
    en: 'A nickname has 2 to 16 characters.',
  },
  'nickname-characters': {
    status: 422,
    zh: '昵称里要有文字或数字，不能有看不见的符号，没有登记。',
    en: 'A nickname needs letters and must not hold invisible characters.',
  },
  'nickname-number': {
    status: 422,
    zh: '昵称会让别人看到，请不要写电话号码、证件号码，没有登记。',
    en: 'Others see the nickname: please no telephone or identity numbers.',
  },
  'nickname-words': {
    status: 422,
    zh: '这个昵称不能用，没有登记，请换一个。',
    en: 'This nickname cannot be used; please choose another.',
  },
  'join-closed': {
    status: 409,
    zh: '竞赛已经结束或者还没有开放，现在不能报名参赛。',
    en: 'The contest is over or not open yet; nobody can join now.',
  },
  'join-other-way': {
    status: 422,
    zh: '这次竞赛不用这种方式参赛，没有登记。请刷新页面。',
    en: 'This contest is not joined in this way; please load the page again.',
  },
  'join-unit-missing': { status: 422, zh: '请选择您的单位。', en: 'Please choose your unit.' },
  'join-group-missing': { status: 422, zh: '请选择组别。', en: 'Please choose your group.' },
  'join-age-missing': {
    status: 422,
    zh: '请确认您已满 {age} 周岁，或者监护人同意您参加。',
    en: 'Please say that you are {age} or older, or that a guardian agrees.',
  },
  'entry-code-wrong': {
    status: 422,
    zh: '没有这个入场码，请核对后再输一次；还是不行时，请联系发码的单位。',
    en: 'There is no such entry code; please check it, or ask the unit that gave it to you.',
  },
  'entry-codes-many': {
    status: 422,
    zh: '一次最多生成 {most} 个入场码，这次要 {wanted} 个，没有生成。请分批办理。',
    en: 'At most {most} codes at once, {wanted} were asked for; none were made. Take them in parts.',
  },
  'entry-codes-closed': {
    status: 409,
    zh: '竞赛已经结束，或者不用入场码参赛，没有生成。',
    en: 'The contest is over, or is not joined by entry codes; none were made.',
  },
  'entry-unit-outside': {
    status: 422,
    zh: '有的单位不在主办单位之下，没有生成入场码。请重新选择单位。',
    en: 'Some of the units do not belong to the unit that holds the contest; no codes were made.',
  },
  'phone-number-wrong': {
    status: 422,
    zh: '请输入 11 位手机号码。',
    en: 'Please enter a mobile number of eleven digits.',
  },
  'phone-off': {
    status: 422,
    zh: '本系统没有设置短信服务，不能用手机号参赛。请联系主办单位。',
    en: 'No SMS service is set up here; please ask the unit that holds the contest.',
  },
  'phone-code-early': {
    status: 429,
    zh: '验证码刚刚发过，请在 {retryAfterSeconds} 秒后再要。',
    en: 'A code was sent just now; ask again in {retryAfterSeconds} s.',
  },
  'phone-codes-many': {
    status: 429,
    zh: '这个号码今天已发过 {most} 次验证码，请明天再试。',
    en: '{most} codes were sent to this number today; please try again tomorrow.',
  },
  'phone-code-unsent': {
    status: 503,
    zh: '短信没有发出去，请一分钟后再试。',
    en: 'The message could not be sent; please try again in a minute.',
  },
  'phone-code-wrong': {
    status: 422,
    zh: '验证码不正确，还可以再试 {left} 次。',
    en: 'The code is wrong; {left} tries are left.',
  },
  'phone-code-lapsed': {
    status: 422,
    zh: '验证码已失效，请重新获取。',
    en: 'The code is no longer good; please ask for a new one.',
  },
  'grant-lapsed': {
    status: 422,
    zh: '授权已失效或已用过，请重新授权登录。',
    en: 'The authorisation has lapsed or was used; please sign in again.',
  },
  'team-none': { status: 409, zh: '这次竞赛不组队。', en: 'This contest has no teams.' },
  'team-had': {
    status: 409,
    zh: '您已经在“{name}”队里，每人只能参加一个队。',
    en: 'You are in the team "{name}" already.',
  },
  'team-name-taken': {
    status: 409,
    zh: '“{name}”已经有队用了，没有建队。请换一个队名。',
    en: 'There is a team "{name}" already; please choose another name.',
  },
  'team-code-wrong': {
    status: 422,
    zh: '没有这个组队码，请核对后再输一次。',
    en: 'There is no such code of a team; please check it.',
  },
  'team-full': {
    status: 409,
    zh: '“{name}”队已满 {most} 人，没有加入。',
    en: 'The team "{name}" has its {most} members already.',
  },
  'typesetting-failed': { status: 422, zh: '排版没有完成：{reason}', en: 'Typesetting failed: {reason}' },
  'typesetting-superseded': {
    status: 409,
    zh: '已有更新的改动，这一次不再排版；最新的版面随后就到。',
    en: 'A later change is being typeset instead of this one.',
  },
  'typesetting-timeout': {
    status: 504,
    zh: '排版超过 {seconds} 秒仍未完成，已停止。内容没有丢失。',
    en: 'Typesetting was stopped after {seconds} s.',
  },
} as const satisfies Record<string, ProblemEntry>

export type ProblemCode = keyof typeof catalogue
