import type { RefusalTable } from './sentence.ts'

/** What joining, the exchange with the server, and the server's administration can refuse. */
export const syncRefusals = {
  // The machine and the server.
  'sync-unknown-device': {
    ar: 'لا يعرف الخادم هذا الجهاز. اطلب رمز تسجيل جديداً من الوحدة المركزية',
    en: 'The server does not know this machine. Ask the central unit for a new enrolment code',
  },
  'sync-device-revoked': {
    ar: 'أُلغي تسجيل هذا الجهاز على الخادم. ما أُرسل من قبل محفوظ، وما لم يُرسل باقٍ على هذا الجهاز. راجع الوحدة المركزية',
    en: 'This machine was revoked on the server. What it sent before is kept, what was not sent is still here. Speak to the central unit',
  },
  'sync-code-wrong': {
    ar: 'رمز التسجيل غير صحيح أو استُعمل من قبل أو انتهت صلاحيته (24 ساعة). اطلب رمزاً جديداً',
    en: 'The enrolment code is wrong, was used already, or is older than 24 hours. Ask for a new one',
  },
  'office-code-wrong': {
    ar: 'رمز المكتب غير صالح: من خانتين إلى ست خانات، أحرف لاتينية وأرقام، أولها حرف',
    en: 'This is no code of an office: two to six Latin letters and digits, a letter first',
  },
  'sync-device-known': {
    ar: 'هذا الجهاز مسجل على الخادم من قبل',
    en: 'This machine is enrolled on the server already',
  },
  'sync-epoch-known': {
    ar: 'بدأ هذا الجهاز سلسلة برقم {epoch} من قبل. يختار البرنامج رقماً أعلى ويعيد المحاولة',
    en: 'This machine has opened epoch {epoch} already. The program takes a higher one and tries again',
  },
  'sync-office-has-cases': {
    ar: 'للمكتب {office} شكاوى على الخادم من قبل، فلا يُدمج تاريخان. صدّر بيانات هذا الجهاز، ثم انضم بمجلد فارغ واستورد ملف التاريخ',
    en: 'Office {office} has cases on the server already, and two histories are not merged. Export what this machine has, join with an empty folder, then import the history',
  },
  'sync-code-of-other-unit': {
    ar: 'رمز التسجيل يخص {unit}، وهذا المجلد لمكتب {office}',
    en: 'The enrolment code is for {unit}; this folder is office {office}',
  },
  'sync-verifiers-late': {
    ar: 'تُنقل كلمات المرور مرة واحدة عند انضمام مكتب مستقل، وقد انتهى ذلك',
    en: 'Passwords are brought once, while a stand-alone office goes up; that is over',
  },
  'sync-client-newer': {
    ar: 'برنامج هذا الجهاز أحدث من الخادم (صيغة {client}، والخادم {server}). يُحدَّث الخادم أولاً؛ لا يضيع شيء حتى ذلك الحين',
    en: 'This machine’s program is newer than the server (wire {client}, the server speaks {server}). The server is updated first; nothing is lost until then',
  },
  'sync-client-older': {
    ar: 'برنامج هذا الجهاز أقدم مما يقبله الخادم (صيغة {client}، وأقدم المقبول {oldest}). حدّث البرنامج؛ لا يضيع شيء حتى ذلك الحين',
    en: 'This machine’s program is older than the server accepts (wire {client}, the oldest served is {oldest}). Update the program; nothing is lost until then',
  },
  'sync-too-many-requests': {
    ar: 'طلبات كثيرة في وقت قصير. يعيد البرنامج المحاولة بعد {seconds} ثانية',
    en: 'Too many requests in a short time. The program tries again after {seconds} seconds',
  },
  'sync-feed-not-yours': {
    ar: 'ليس لهذا الجهاز أن يحمل {feed}',
    en: 'This machine may not hold {feed}',
  },
  'sync-unit-without-numbers': {
    ar: 'تُعطى الأرقام المرجعية للمكاتب فقط، وهذا الجهاز يخص {unit}',
    en: 'Reference numbers are given to offices only; this machine belongs to {unit}',
  },
  // What a machine sees of its own connection.
  'sync-unreachable': {
    ar: 'لا يمكن الوصول إلى الخادم. يستمر العمل على هذا الجهاز، ويعيد البرنامج المحاولة من تلقاء نفسه',
    en: 'The server cannot be reached. Work goes on here, and the program tries again by itself',
  },
  'sync-not-running': {
    ar: 'البرنامج غير مشغّل على هذا المجلد، فلا يتبادل شيئاً من تلقاء نفسه. شغّله، أو بادل مرة واحدة بالأمر sync now',
    en: 'The program does not run on this folder, so nothing is exchanged by itself. Start it, or exchange once with sync now',
  },
  'sync-other-server': {
    ar: 'هذا العنوان لخادم آخر غير الذي انضم إليه الجهاز. توقف التبادل ولم يتغير شيء',
    en: 'At this address answers another server than the one this machine joined. The exchange stopped, nothing was changed',
  },
  'sync-server-unproven': {
    ar: 'الخادم الذي يجيب على هذا العنوان أقدم من أن يثبت أنه الخادم الذي انضم إليه الجهاز. حدّث الخادم أولاً؛ لم يُعرض عليه اعتماد هذا الجهاز ولم يتغير شيء',
    en: 'The server that answers at this address is too old to prove that it is the one this machine joined. Update the server first; it was not shown this machine’s credential, and nothing was changed',
  },
  'sync-feed-broken': {
    ar: 'ما وصل من {feed} لا يثبت صحته ({why}). لم يُؤخذ منه شيء. راجع الوحدة المركزية',
    en: 'What came of {feed} does not prove itself ({why}). Nothing of it was taken. Speak to the central unit',
  },
  'sync-server-restored': {
    ar: 'استُعيد الخادم من نسخة احتياطية. يتعرف البرنامج عليه من جديد ويكمل من تلقاء نفسه',
    en: 'The server was restored from a backup. The program greets it anew and goes on by itself',
  },
  // Told to the server's operator.
  'sync-log-put-back': {
    ar: 'أُعيدت قاعدة بيانات الخادم إلى حالة سابقة: ينقصها ما وقّعه هو نفسه. تعيد الأجهزة إرسال ما ينقص، وتستمر الأرقام بعد فجوة. راجع offer list و device list، ثم alarm list',
    en: 'The server’s database was put back to an earlier state: it lacks what the server has signed. Machines send again what is missing, and numbers go on beyond a gap. Look at offer list and device list, then at alarm list',
  },
  'sync-would-hide': {
    ar: 'يُخفي هذا التبادل {count} شكوى من أصل {of}. ما لم يُخفَ منها بعد يبقى حتى يؤكد مسؤول ذلك',
    en: 'This exchange hides {count} of {of} cases. What is not hidden yet stays until a person confirms it',
  },
  'sync-not-joined': {
    ar: 'هذا الجهاز غير منضم إلى خادم',
    en: 'This machine has not joined a server',
  },
  'sync-joined-already': {
    ar: 'هذا الجهاز منضم إلى خادم من قبل: {url}',
    en: 'This machine has joined a server already: {url}',
  },
  'sync-left-before': {
    ar: 'سبق لهذا المجلد أن ترك الخادم {url}، وعليه تاريخه، ولا يُدمج تاريخان. للعودة ابدأ بمجلد فارغ ورمز جديد',
    en: 'This folder has left the server {url}, which has its history; two histories are not merged. To come back, begin with an empty folder and a new code',
  },
  'sync-files-unsent': {
    ar: 'لم يُرسل بعد {files} من ملفات هذا الجهاز، ولا نسخة منها على الخادم. انتظر إرسالها، أو اترك الخادم مع بقائها هنا فقط',
    en: '{files} files of this machine are not on the server yet. Wait until they are sent, or leave with them here only',
  },
  'sync-unanswered': {
    ar: 'لم يُجب الخادم بعد عن {count} من قيود هذا الجهاز. انتظر حتى تُرسل، أو أكد بقاءها هنا فقط',
    en: '{count} of this machine’s entries are unanswered. Wait until they are sent, or confirm that they stay here only',
  },
  'conflict-not-applicable': {
    ar: 'لم يعد ممكناً تنفيذ القصد الآخر كما كُتب. يبقى في السجل، ويُنفَّذ بخطوة جديدة',
    en: 'The other intent can no longer be carried out as it was written. It stays in the history; carry it out by a new step',
  },
  'sync-commit-unknown': {
    ar: 'لا يوجد على هذا الجهاز قيد موقوف بهذا الرقم',
    en: 'This machine has no such entry that waits for a decision',
  },
  'sync-fill-unfinished': {
    ar: 'لم تصل بيانات الوحدة إلى هذا الجهاز بعد. يكتمل ذلك عند الاتصال بالخادم',
    en: 'The unit’s data has not reached this machine yet. It will when the server can be reached',
  },
  // Pages and pushes.
  'sync-page-malformed': {
    ar: 'وصلت بيانات لا تُقرأ: {detail}. لم يتغير شيء',
    en: 'What arrived cannot be read: {detail}. Nothing was changed',
  },
  'sync-page-too-large': {
    ar: 'الدفعة أكبر من المسموح ({limit} ميغابايت). لم يتغير شيء',
    en: 'The page is larger than allowed ({limit} MiB). Nothing was changed',
  },
  'sync-bytes-differ': {
    ar: 'وصل القيد {id} بمحتوى غير الذي حُفظ به. لم يتغير شيء، وأُبلغت الوحدة المركزية',
    en: 'Entry {id} arrived with other content than was stored. Nothing was changed, and the central unit was alarmed',
  },
  'sync-clone': {
    ar: 'لهذا الجهاز نسخة أخرى تعمل. يبدأ البرنامج سلسلة جديدة ويعيد الإرسال',
    en: 'Another copy of this machine is at work. The program opens a new epoch and sends again',
  },
  'sync-chain-ahead': {
    ar: 'آخر ما لدى الخادم من هذا الجهاز رقم {sequence}. يكمل البرنامج من هناك',
    en: 'The server has this machine’s entries up to {sequence}. The program goes on from there',
  },
  'sync-signature': {
    ar: 'توقيع الجهاز على ما أرسله غير صحيح. لم يتغير شيء',
    en: 'The machine’s signature over what it sent is wrong. Nothing was changed',
  },
  'sync-part-gone': {
    ar: 'تغيّر ما يُعرض من هذا السجل منذ طلبه. يطلبه البرنامج من جديد',
    en: 'What this machine asked for was made anew meanwhile. The program asks for it again',
  },
  // Held and refused commits.
  'sync-will-need-decision': {
    ar: 'تغيّر في هذه الأثناء ما بُني عليه هذا العمل؛ سيُرسل كما هو ثم يُعرض عليك لتقرر',
    en: 'What this rests on has changed meanwhile; it is sent as it is, and you will be asked to decide',
  },
  'sync-newer': {
    ar: 'كُتب بإصدار أحدث من برنامج الخادم. يبقى محفوظاً حتى يُحدَّث الخادم',
    en: 'Written by a newer version than the server’s. It is kept until the server is updated',
  },
  'sync-facts': {
    ar: 'محتوى القيد من نوع {type} لا يطابق صيغته. يبقى محفوظاً على الجهاز الذي كتبه',
    en: 'What the entry of type {type} says does not fit its form. It stays on the machine that wrote it',
  },
  'sync-ground-lacking': {
    ar: 'يستند إلى قيد لا يعرفه الخادم منذ استعادته من نسخة احتياطية. يبقى محفوظاً، ويُنظر فيه من جديد حين يصل ذلك القيد',
    en: 'It rests on an entry that the server lacks since it was restored from a backup. It is kept, and judged again when that entry arrives',
  },
  'sync-person-elsewhere': {
    ar: 'سجل مقدم الطلب ليس لدى وحدة هذا الجهاز بحسب الخادم. يبقى هذا محفوظاً ويُنظر فيه من جديد حين يصل إليها ذلك السجل، أو اسحبه وسجّل الشخص من جديد',
    en: 'By the server, the record of the complainant is not with this machine’s unit. This is kept and judged again once that record comes to it; or withdraw it and record the person anew',
  },
  'sync-fenced': {
    ar: 'ينتظر البتّ في إجراء سابق من الجهاز نفسه على السجل ذاته',
    en: 'It waits for a decision on an earlier step of the same machine on the same record',
  },
  'sync-actor-unknown': {
    ar: 'لا يعرف الخادم المستخدم {user} بعد. يبقى محفوظاً إلى أن يصل تسجيله',
    en: 'The server does not know user {user} yet. It is kept until his registration arrives',
  },
  'sync-actor-inactive': {
    ar: 'لم يكن المستخدم {user} فعّالاً في هذه الوحدة عند تنفيذ الإجراء',
    en: 'User {user} was not active in this unit when the step was taken',
  },
  'sync-actor-revoked': {
    ar: 'أُوقف المستخدم {user} فوراً. يبقى ما وصل منه بعد ذلك محفوظاً: أعد تفعيله ثم «إعادة المحاولة» لقبوله، أو اسحبه',
    en: 'User {user} was stopped at once. What arrived of him since is kept: make him active again and try again to have it taken, or withdraw it',
  },
  'sync-not-your-unit': {
    ar: 'هذا السجل ليس لوحدة هذا الجهاز ولا لوحدة دونها',
    en: 'This record belongs neither to this machine’s unit nor to one below it',
  },
  'sync-offered': {
    ar: 'نسخة من قيد لغيره عرضها الجهاز {device} بعد استعادة الخادم. تنتظر قرار الوحدة المركزية',
    en: 'A copy of another machine’s entry, offered by {device} after the server was restored. It waits for the central unit’s word',
  },
  'sync-offer-parts': {
    ar: 'النسخة المعروضة ناقصة. لا تُؤخذ إلا كاملة، من جهاز يحملها كلها أو من صاحبها',
    en: 'Parts of the offered copy are missing. It is taken whole only, from a machine that holds all of it or from its author',
  },
  'sync-offer-dropped': {
    ar: 'لم تأخذ الوحدة المركزية النسخة المعروضة',
    en: 'The central unit did not take the offered copy',
  },
  'sync-withdrawn': {
    ar: 'سحبه صاحبه: {reason}',
    en: 'Withdrawn by its author: {reason}',
  },
  // Files.
  'sync-blob-address': {
    ar: 'وصل محتوى ملف على غير ما أُرسل. يُعاد إرساله',
    en: 'A file did not arrive as it was sent. It is sent again',
  },
  'sync-uploads-begun': {
    ar: 'على الخادم ملفات كثيرة من هذا الجهاز لم يكتمل إرسالها. يكملها البرنامج أولاً، ثم يرسل هذا الملف من تلقاء نفسه',
    en: 'The server holds many files of this machine in part. The program finishes those first and then sends this one by itself',
  },
  'sync-blob-missing': {
    ar: 'لم يصل ملف إلى الخادم بعد من الجهاز الذي أُضيف عليه. يُجلب من تلقاء نفسه حين يصل',
    en: 'A file has not reached the server yet from the machine where it was added. It is fetched by itself once it is there',
  },
  'sync-blob-not-named': {
    ar: 'لا يذكر هذا الملف شيء مما لهذا الجهاز أن يحمله',
    en: 'Nothing that this machine may hold names this file',
  },
  // The server's administration.
  'server-key-missing': {
    ar: 'قاعدة البيانات تخص خادماً مفتاحه غير موجود في المجلد {folder}. انسخ الملف server.key من خادم يعمل على القاعدة نفسها',
    en: 'The database belongs to a server whose key is not in folder {folder}. Copy server.key from a server on the same database',
  },
  'server-store-elsewhere': {
    ar: 'بيانات خادم المجلد {folder} ليست فيه بل في PostgreSQL. أعد الأمر مع عنوانها: --database-url',
    en: 'The data of the server in folder {folder} are not in it but in PostgreSQL. Give the command again with their address: --database-url',
  },
  'server-unit-unknown': {
    ar: 'لا توجد وحدة برمز {code} على هذا الخادم',
    en: 'There is no unit with code {code} on this server',
  },
  'server-group-unfit': {
    ar: 'المجموعة {group} ليست من مجموعات الوحدة {code}: مجموعات الدوائر والمديريات هي liaison وcomplaint_officer وdepartment_head، وسائر المجموعات للمكاتب والوحدة المركزية',
    en: 'Group {group} does not belong to unit {code}: departments and directorates have liaison, complaint_officer and department_head, offices and the central unit all others',
  },
  'command-lacks': {
    ar: 'ينقص الأمر {what}. ويشرحه الخيار --help',
    en: 'The command lacks {what}. Its option --help explains it',
  },
  'command-not-understood': {
    ar: 'في الأمر ما لا يُعرف هنا: {what}. وتشرح الأوامرَ كلها كلمةُ help',
    en: 'The command has something that is not known here: {what}. The word help explains all commands',
  },
  'server-device-unknown': {
    ar: 'لا يوجد جهاز برقم {device} على هذا الخادم',
    en: 'There is no device {device} on this server',
  },
  'server-device-waiting': {
    ar: 'قال هذا الجهاز في {since} إن عليه {waiting} من الأعمال لم يرسلها، والمعلق منه عند الخادم {held}. وما أُرسل بعد ذلك الوقت ليس في العدد. إن أُلغي لم يصل ما بقي عليه، ولا يفصل صاحبه في المعلق: دعه يزامن ويفصل أولاً. أما الجهاز المفقود فألغه بإضافة ‎--anyway',
    en: 'At {since} this machine said that {waiting} pieces of work waited there to be sent, and {held} of its pieces are held at the server; what was sent since is not in the number. Once revoked it can send no more of it, and its author cannot decide what is held: let it sync and decide first. A lost machine is revoked with --anyway',
  },
  'server-not-empty': {
    ar: 'على هذا الخادم بيانات من قبل. تُستورد النسخة في مجلد أو قاعدة فارغة',
    en: 'This server holds data already. A copy is imported into an empty folder or database',
  },
  'server-copy-unwritable': {
    ar: 'تعذّرت كتابة النسخة في {file} ({detail})، فلا نسخة هناك. تحقّق من المجلد ومن صلاحية الكتابة فيه ومن سعة القرص',
    en: 'The copy could not be written to {file} ({detail}), so there is none. Check the folder, the right to write in it, and the room on the disk',
  },
  'server-copy-lacks': {
    ar: 'النسخة في {file}، لكن قرص الخادم لا يعطي من الملفات المرفقة هذا العدد: {count}. عناوينها في الجواب وفي سجل الخادم، وليست في النسخة. تحقّق من القرص؛ ومن الأجهزة ما يحملها، فيعيد إرسالها إلى خادم يُستعاد من النسخة',
    en: 'The copy stands in {file}, but of the attached files the server’s disk does not give so many: {count}. Their addresses are in the answer and in the server’s journal; the copy lacks them. Check the disk; machines that hold them send them again to a server that is restored from the copy',
  },
  'server-not-here': {
    ar: 'لا خادم في المجلد {folder}. تحقّق من الخيار --data؛ والخادم الجديد يُنشأ بتشغيله: npm run server',
    en: 'No server stands in folder {folder}. Check --data; a new server is made by starting it: npm run server',
  },
  'server-database-unreachable': {
    ar: 'تعذّر الاتصال بقاعدة البيانات: {detail}. تحقّق من عنوانها ومن أنها تعمل',
    en: 'The database cannot be reached: {detail}. Check its address and that it is running',
  },
  'server-database-too-old': {
    ar: 'قاعدة البيانات PostgreSQL من الإصدار {found}، ويحتاج الخادم إلى الإصدار {oldest} أو أحدث، فلم يبدأ. حدّث قاعدة البيانات أو استعمل قاعدة أخرى',
    en: 'The database is PostgreSQL {found} and the server needs {oldest} or newer, so it did not start. Update the database or use another one',
  },
  'server-cannot-listen': {
    ar: 'لا يستطيع الخادم الاستماع على {address} ({detail}). ربما يستعمله برنامج آخر: أوقفه أو اختر منفذاً آخر بالخيار --port',
    en: 'The server cannot listen at {address} ({detail}). Another program may be using it: end that one or choose another port with --port',
  },
  'server-needs-tls': {
    ar: 'لا يستمع الخادم على {host} بلا تشفير، فلم يبدأ. أعطه الشهادة ومفتاحها: --tls-cert و--tls-key، أو دعه على هذا الجهاز وحده',
    en: 'The server does not listen at {host} unencrypted, so it did not start. Give it a certificate and its key, --tls-cert and --tls-key, or leave it to this machine alone',
  },
  'server-disk-unsafe': {
    ar: 'لا يضمن القرص في {folder} حفظ ما يُكتب عند انقطاع الكهرباء، فلم يبدأ الخادم. استعمل قرصاً آخر أو PostgreSQL',
    en: 'The disk at {folder} does not keep what is written when power is lost, so the server did not start. Use another disk, or PostgreSQL',
  },
} as const satisfies RefusalTable
