const words = {
  en: ['This device is not paired with MoodDeck. On the machine MoodDeck runs on, open the settings and scan the code they show.', 'Pairing this device…', 'Paired. Opening MoodDeck…', 'This code was used already or ran out. Ask for a new one and scan it.', 'Too many wrong codes came from here. Wait a minute, then scan a new one.', 'MoodDeck does not answer. Is this device in the same network?', 'Try again'],
  es: ['Este dispositivo no está vinculado con MoodDeck. En el equipo donde funciona MoodDeck, abre los ajustes y escanea el código que muestran.', 'Vinculando este dispositivo…', 'Vinculado. Abriendo MoodDeck…', 'Este código ya se usó o caducó. Pide uno nuevo y escanéalo.', 'Llegaron demasiados códigos erróneos desde aquí. Espera un minuto y escanea uno nuevo.', 'MoodDeck no responde. ¿Está este dispositivo en la misma red?', 'Intentar de nuevo'],
  pt: ['Este dispositivo não está emparelhado com o MoodDeck. Na máquina onde o MoodDeck funciona, abra as definições e leia o código que mostram.', 'A emparelhar este dispositivo…', 'Emparelhado. A abrir o MoodDeck…', 'Este código já foi usado ou expirou. Peça um novo e leia-o.', 'Vieram daqui demasiados códigos errados. Espere um minuto e leia um novo.', 'O MoodDeck não responde. Este dispositivo está na mesma rede?', 'Tentar de novo'],
  fr: ['Cet appareil n’est pas associé à MoodDeck. Sur la machine où tourne MoodDeck, ouvrez les réglages et scannez le code affiché.', 'Association de cet appareil…', 'Appareil associé. Ouverture de MoodDeck…', 'Ce code a déjà servi ou a expiré. Demandez-en un nouveau et scannez-le.', 'Trop de codes erronés sont venus d’ici. Attendez une minute, puis scannez-en un nouveau.', 'MoodDeck ne répond pas. Cet appareil est-il sur le même réseau ?', 'Réessayer'],
  de: ['Dieses Gerät ist nicht mit MoodDeck gekoppelt. Öffne auf dem Rechner, auf dem MoodDeck läuft, die Einstellungen und scanne den Code, den sie zeigen.', 'Dieses Gerät wird gekoppelt…', 'Gekoppelt. MoodDeck wird geöffnet…', 'Dieser Code wurde schon benutzt oder ist abgelaufen. Lass dir einen neuen zeigen und scanne ihn.', 'Von hier kamen zu viele falsche Codes. Warte eine Minute und scanne dann einen neuen.', 'MoodDeck antwortet nicht. Ist dieses Gerät im selben Netz?', 'Noch einmal versuchen'],
  it: ['Questo dispositivo non è associato a MoodDeck. Sul computer su cui gira MoodDeck apri le impostazioni e scansiona il codice che mostrano.', 'Associazione del dispositivo…', 'Associato. Apertura di MoodDeck…', 'Questo codice è già stato usato o è scaduto. Chiedine uno nuovo e scansionalo.', 'Da qui sono arrivati troppi codici sbagliati. Attendi un minuto, poi scansionane uno nuovo.', 'MoodDeck non risponde. Questo dispositivo è nella stessa rete?', 'Riprova'],
  hi: ['यह डिवाइस MoodDeck से जुड़ा नहीं है। जिस मशीन पर MoodDeck चलता है, वहाँ सेटिंग्स खोलें और दिखाया गया कोड स्कैन करें।', 'यह डिवाइस जोड़ा जा रहा है…', 'जुड़ गया। MoodDeck खुल रहा है…', 'यह कोड पहले ही इस्तेमाल हो चुका है या इसका समय बीत गया है। नया कोड लें और स्कैन करें।', 'यहाँ से बहुत सारे ग़लत कोड आए। एक मिनट रुकें, फिर नया कोड स्कैन करें।', 'MoodDeck जवाब नहीं दे रहा। क्या यह डिवाइस उसी नेटवर्क में है?', 'फिर कोशिश करें'],
  ta: ['இந்தச் சாதனம் MoodDeck உடன் இணைக்கப்படவில்லை. MoodDeck இயங்கும் கணினியில் அமைப்புகளைத் திறந்து, அங்கு காட்டப்படும் குறியீட்டை ஸ்கேன் செய்யவும்.', 'இந்தச் சாதனம் இணைக்கப்படுகிறது…', 'இணைக்கப்பட்டது. MoodDeck திறக்கிறது…', 'இந்தக் குறியீடு ஏற்கெனவே பயன்படுத்தப்பட்டது அல்லது காலாவதியானது. புதிய ஒன்றைக் கேட்டு ஸ்கேன் செய்யவும்.', 'இங்கிருந்து பல தவறான குறியீடுகள் வந்தன. ஒரு நிமிடம் காத்திருந்து புதியதை ஸ்கேன் செய்யவும்.', 'MoodDeck பதிலளிக்கவில்லை. இந்தச் சாதனம் அதே பிணையத்தில் உள்ளதா?', 'மீண்டும் முயலவும்'],
  ko: ['이 기기는 MoodDeck과 연결되어 있지 않습니다. MoodDeck이 실행되는 컴퓨터에서 설정을 열고 표시된 코드를 스캔하세요.', '이 기기를 연결하는 중…', '연결되었습니다. MoodDeck을 여는 중…', '이미 사용되었거나 만료된 코드입니다. 새 코드를 받아 스캔하세요.', '여기에서 잘못된 코드가 너무 많이 왔습니다. 1분 기다린 뒤 새 코드를 스캔하세요.', 'MoodDeck이 응답하지 않습니다. 이 기기가 같은 네트워크에 있나요?', '다시 시도'],
  ja: ['この端末は MoodDeck とペアリングされていません。MoodDeck が動いているマシンで設定を開き、表示されるコードを読み取ってください。', 'この端末をペアリングしています…', 'ペアリングしました。MoodDeck を開いています…', 'このコードは使用済みか期限切れです。新しいコードを表示して読み取ってください。', 'ここから誤ったコードが何度も送られました。1 分待ってから新しいコードを読み取ってください。', 'MoodDeck が応答しません。この端末は同じネットワークにありますか？', 'もう一度試す'],
  zh: ['此设备尚未与 MoodDeck 配对。请在运行 MoodDeck 的电脑上打开设置，扫描其中显示的二维码。', '正在配对此设备…', '已配对，正在打开 MoodDeck…', '此二维码已使用或已过期。请获取新的二维码并扫描。', '此处发来的错误代码过多。请等待一分钟，再扫描新的二维码。', 'MoodDeck 没有响应。此设备在同一网络中吗？', '重试'],
  ar: ['هذا الجهاز غير مقترن بـ MoodDeck. على الجهاز الذي يعمل عليه MoodDeck، افتح الإعدادات وامسح الرمز المعروض فيها.', 'جارٍ إقران هذا الجهاز…', 'تم الإقران. جارٍ فتح MoodDeck…', 'استُخدم هذا الرمز من قبل أو انتهت صلاحيته. اطلب رمزًا جديدًا وامسحه.', 'وصلت من هنا رموز خاطئة كثيرة. انتظر دقيقة ثم امسح رمزًا جديدًا.', 'MoodDeck لا يستجيب. هل هذا الجهاز في الشبكة نفسها؟', 'حاول مرة أخرى'],
};
const states = ['start', 'pairing', 'paired', 'wrong', 'wait', 'gone'];
const language = navigator.languages.map((l) => l.slice(0, 2)).find((l) => l in words) ?? 'en';
const message = document.getElementById('message');
const again = document.getElementById('again');
document.documentElement.lang = language;
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
again.textContent = words[language].at(-1);

const token = location.hash.slice(1);
// The token must stay neither in the history nor in a bookmark.
history.replaceState(null, '', location.pathname);

function show(state) {
  message.dataset.state = state;
  message.textContent = words[language][states.indexOf(state)];
  again.hidden = state !== 'gone';
}

async function pair() {
  show('pairing');
  try {
    const answer = await fetch('/api/v1/lan/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    show(answer.ok ? 'paired' : answer.status === 429 ? 'wait' : answer.status < 500 ? 'wrong' : 'gone');
    if (answer.ok) location.replace('/');
  } catch {
    show('gone');
  }
}

// A link on another site brings no cookie along, so that a paired device may end up here: it is let in by a step of its own.
async function enter() {
  show('start');
  const answer = await fetch('/api/v1/lan').catch(() => null);
  if (answer?.ok) location.replace('/');
}

again.addEventListener('click', () => (token ? pair() : enter()));
addEventListener('hashchange', () => location.reload());
(token ? pair() : enter());
