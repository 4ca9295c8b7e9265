"""Own sentences in many languages: each two lines, one of a dozen words and one longer, of a ferry that stays in port."""

SENTENCES: dict[str, tuple[str, str]] = {
    "ar": (
        "بقيت العبارة بين الضفتين في الميناء يوم الاثنين ولم يحدد موعد لعودتها",
        "قال مالكو العبارة إن العمال سينتظرون في منازلهم حتى يجتمع مجلسا المدينتين مرة أخرى قبل نهاية الأسبوع.",
    ),
    "bg": (
        "Фериботът между двата бряга остана в пристанището в понеделник и няма дата за връщането му",
        "Собствениците съобщиха, че екипажът ще чака вкъщи, докато двата града се срещнат отново преди края на седмицата.",
    ),
    "bn": (
        "দুই তীরের মধ্যে চলাচলকারী ফেরিটি সোমবার বন্দরেই ছিল এবং ফেরার কোনো তারিখ ঠিক হয়নি",
        "মালিকেরা বলেছেন, দুই শহরের পরিষদ আবার বৈঠকে না বসা পর্যন্ত কর্মীরা বাড়িতে অপেক্ষা করবেন।",
    ),
    "ca": (
        "El transbordador entre les dues ribes es va quedar al port dilluns i no hi ha data per a la tornada",
        "Els propietaris van dir que la tripulació esperarà a casa fins que els dos ajuntaments es tornin a reunir abans de cap de setmana.",
    ),
    "cs": (
        "Trajekt mezi oběma břehy zůstal v pondělí v přístavu a datum jeho návratu nebylo stanoveno",
        "Majitelé uvedli, že posádka bude čekat doma, dokud se obě města znovu nesejdou před koncem týdne.",
    ),
    "da": (
        "Færgen mellem de to bredder blev i havnen mandag, og der er ikke sat en dato for dens tilbagevenden",
        "Ejerne sagde, at besætningen skal vente hjemme, indtil de to byer har mødtes igen inden ugens udgang.",
    ),
    "de": (
        "Die Fähre zwischen den beiden Ufern blieb am Montag im Hafen und ein Tag für ihre Rückkehr steht nicht fest",
        "Die Eigner sagten, die Mannschaft werde zu Hause warten, bis sich die beiden Städte vor dem Ende der Woche wieder treffen.",
    ),
    "el": (
        "Το πορθμείο ανάμεσα στις δύο όχθες έμεινε στο λιμάνι τη Δευτέρα και δεν ορίστηκε ημερομηνία επιστροφής",
        "Οι ιδιοκτήτες είπαν ότι το πλήρωμα θα περιμένει στο σπίτι ώσπου να συναντηθούν ξανά οι δύο δήμοι πριν από το τέλος της εβδομάδας.",
    ),
    "en": (
        "The ferry between the two shores stayed in port on Monday and no date is set for its return",
        "The owners said that the crew would wait at home until the two towns meet again before the end of the week.",
    ),
    "es": (
        "El transbordador entre las dos orillas se quedó en el puerto el lunes y no hay fecha para su regreso",
        "Los dueños dijeron que la tripulación esperará en casa hasta que las dos ciudades se reúnan otra vez antes del fin de semana.",
    ),
    "et": (
        "Kahe kalda vahel sõitev praam jäi esmaspäeval sadamasse ja selle tagasituleku kuupäeva ei ole määratud",
        "Omanikud ütlesid, et meeskond ootab kodus, kuni kaks linna enne nädala lõppu uuesti kohtuvad.",
    ),
    "fa": (
        "کشتی میان دو ساحل روز دوشنبه در بندر ماند و هنوز تاریخی برای بازگشت آن تعیین نشده است",
        "مالکان گفتند که کارکنان در خانه منتظر می‌مانند تا شوراهای دو شهر پیش از پایان هفته دوباره دیدار کنند.",
    ),
    "fi": (
        "Kahden rannan välinen lautta pysyi maanantaina satamassa, eikä sen paluulle ole vielä sovittu päivää",
        "Omistajat sanoivat, että miehistö odottaa kotona, kunnes kaupungit tapaavat uudelleen ennen viikon loppua.",
    ),
    "fr": (
        "Le bac entre les deux rives est resté au port lundi et aucune date n'est fixée pour son retour",
        "Les propriétaires ont dit que l'équipage attendrait à la maison jusqu'à ce que les deux villes se rencontrent avant la fin de la semaine.",
    ),
    "he": (
        "המעבורת בין שתי הגדות נשארה ביום שני בנמל ולא נקבע מועד לחזרתה",
        "הבעלים אמרו שהצוות ימתין בבית עד ששתי הערים ייפגשו שוב לפני סוף השבוע.",
    ),
    "hi": (
        "दोनों किनारों के बीच चलने वाली नौका सोमवार को बंदरगाह में ही रही और उसकी वापसी की कोई तारीख तय नहीं है",
        "मालिकों ने कहा कि जब तक दोनों शहर सप्ताह के अंत से पहले फिर नहीं मिलते तब तक चालक दल घर पर इंतज़ार करेगा।",
    ),
    "hr": (
        "Trajekt između dviju obala ostao je u ponedjeljak u luci i nije određen datum njegova povratka",
        "Vlasnici su rekli da će posada čekati kod kuće dok se dva grada ponovno ne sastanu prije kraja tjedna.",
    ),
    "hu": (
        "A két part közötti komp hétfőn a kikötőben maradt, és nincs kitűzve a visszatérésének napja",
        "A tulajdonosok azt mondták, hogy a legénység otthon vár, amíg a két város a hét vége előtt újra nem találkozik.",
    ),
    "hy": (
        "Երկու ափերի միջև լաստանավը երկուշաբթի մնաց նավահանգստում, և վերադարձի օր չի նշանակվել",
        "Սեփականատերերն ասացին, որ անձնակազմը կսպասի տանը, մինչև երկու քաղաքները նորից հանդիպեն շաբաթվա վերջից առաջ։",
    ),
    "id": (
        "Feri antara kedua tepi itu tetap di pelabuhan pada hari Senin dan tanggal kembalinya belum ditetapkan",
        "Para pemilik mengatakan bahwa awak kapal akan menunggu di rumah sampai kedua kota bertemu lagi sebelum akhir pekan.",
    ),
    "it": (
        "Il traghetto tra le due sponde è rimasto in porto lunedì e non c'è una data per il suo ritorno",
        "I proprietari hanno detto che l'equipaggio aspetterà a casa finché le due città non si incontreranno prima della fine della settimana.",
    ),
    "ja": (
        "二つの岸を結ぶ渡し船は月曜日も港にとどまり、再開の日はまだ決まっていない",
        "船主によると、乗組員は二つの町が週末までにもう一度話し合うまで自宅で待つことになる。",
    ),
    "ka": (
        "ორ ნაპირს შორის მოსიარულე ბორანი ორშაბათს ნავსადგურში დარჩა და მისი დაბრუნების თარიღი არ არის დანიშნული",
        "მფლობელებმა თქვეს, რომ ეკიპაჟი სახლში დაელოდება, სანამ ორი ქალაქი კვირის ბოლომდე ისევ შეხვდება.",
    ),
    "ko": (
        "두 기슭을 잇는 나룻배는 월요일에도 항구에 머물렀고 다시 다닐 날짜는 아직 정해지지 않았다",
        "선주들은 두 도시가 이번 주가 끝나기 전에 다시 만날 때까지 선원들이 집에서 기다릴 것이라고 말했다.",
    ),
    "lt": (
        "Keltas tarp dviejų krantų pirmadienį liko uoste ir jo grįžimo diena dar nėra nustatyta",
        "Savininkai sakė, kad įgula lauks namuose, kol abu miestai vėl susitiks iki savaitės pabaigos.",
    ),
    "lv": (
        "Prāmis starp abiem krastiem pirmdien palika ostā, un tā atgriešanās diena nav noteikta",
        "Īpašnieki teica, ka apkalpe gaidīs mājās, kamēr abas pilsētas atkal tiksies līdz nedēļas beigām.",
    ),
    "nl": (
        "De veerboot tussen de twee oevers bleef maandag in de haven en er is geen dag voor zijn terugkeer bepaald",
        "De eigenaars zeiden dat de bemanning thuis zal wachten tot de twee steden elkaar voor het einde van de week weer spreken.",
    ),
    "no": (
        "Fergen mellom de to breddene ble liggende i havn mandag, og det er ikke satt noen dato for når den kommer tilbake",
        "Eierne sa at mannskapet skal vente hjemme til de to byene møtes igjen før uken er over, og at ingen får lønn imens.",
    ),
    "pl": (
        "Prom między dwoma brzegami pozostał w poniedziałek w porcie i nie wyznaczono daty jego powrotu",
        "Właściciele powiedzieli, że załoga będzie czekać w domu, aż oba miasta spotkają się ponownie przed końcem tygodnia.",
    ),
    "pt": (
        "A balsa entre as duas margens ficou no porto na segunda-feira e não há data para o seu regresso",
        "Os donos disseram que a tripulação vai esperar em casa até que as duas cidades se reúnam outra vez antes do fim da semana.",
    ),
    "ro": (
        "Bacul dintre cele două maluri a rămas luni în port și nu s-a stabilit o dată pentru întoarcerea lui",
        "Proprietarii au spus că echipajul va aștepta acasă până când cele două orașe se vor întâlni din nou înainte de sfârșitul săptămânii.",
    ),
    "ru": (
        "Паром между двумя берегами остался в порту в понедельник, и день его возвращения не назначен",
        "Владельцы сказали, что команда будет ждать дома, пока два города снова не встретятся до конца недели.",
    ),
    "sk": (
        "Trajekt medzi oboma brehmi zostal v pondelok v prístave a dátum jeho návratu nie je určený",
        "Majitelia povedali, že posádka bude čakať doma, kým sa obe mestá pred koncom týždňa znovu nestretnú.",
    ),
    "sl": (
        "Trajekt med obema bregovoma je v ponedeljek ostal v pristanišču in datum njegove vrnitve ni določen",
        "Lastniki so povedali, da bo posadka čakala doma, dokler se mesti pred koncem tedna spet ne srečata.",
    ),
    "sr": (
        "Скела између две обале остала је у понедељак у луци и није одређен датум њеног повратка",
        "Власници су рекли да ће посада чекати код куће док се два града поново не састану пре краја недеље.",
    ),
    "sv": (
        "Färjan mellan de två stränderna låg kvar i hamnen på måndagen och inget datum är satt för dess återkomst",
        "Ägarna sade att besättningen ska vänta hemma tills de två städerna möts igen före veckans slut.",
    ),
    "sw": (
        "Kivuko kati ya kingo mbili kilibaki bandarini siku ya Jumatatu na tarehe ya kurudi kwake haijapangwa",
        "Wamiliki walisema kwamba wafanyakazi watasubiri nyumbani hadi miji miwili ikutane tena kabla ya mwisho wa wiki.",
    ),
    "ta": (
        "இரு கரைகளுக்கும் இடையே செல்லும் படகு திங்கட்கிழமை துறைமுகத்திலேயே இருந்தது, அது திரும்பும் நாள் இன்னும் முடிவாகவில்லை",
        "வார இறுதிக்குள் இரு நகரங்களும் மீண்டும் சந்திக்கும் வரை ஊழியர்கள் வீட்டில் காத்திருப்பார்கள் என்று உரிமையாளர்கள் கூறினர்.",
    ),
    "th": (
        "เรือข้ามฟากระหว่างสองฝั่งยังจอดอยู่ที่ท่าเรือเมื่อวันจันทร์ และยังไม่มีการกำหนดวันกลับมาให้บริการ",
        "เจ้าของเรือกล่าวว่าลูกเรือจะรออยู่ที่บ้านจนกว่าสองเมืองจะพบกันอีกครั้งก่อนสิ้นสัปดาห์",
    ),
    "tl": (
        "Nanatili sa daungan noong Lunes ang bangkang tumatawid sa pagitan ng dalawang pampang at wala pang araw ng pagbabalik nito",
        "Sinabi ng mga may-ari na maghihintay sa bahay ang mga tripulante hanggang muling magkita ang dalawang bayan bago matapos ang linggo.",
    ),
    "tr": (
        "İki kıyı arasındaki feribot pazartesi günü limanda kaldı ve dönüşü için henüz bir tarih belirlenmedi",
        "Sahipleri, iki şehir hafta sona ermeden yeniden görüşene kadar mürettebatın evde bekleyeceğini söyledi.",
    ),
    "uk": (
        "Пором між двома берегами залишився в порту в понеділок, і день його повернення ще не призначено",
        "Власники сказали, що команда чекатиме вдома, доки два міста знову не зустрінуться до кінця тижня.",
    ),
    "ur": (
        "دونوں کناروں کے درمیان چلنے والی کشتی پیر کو بندرگاہ میں ہی رہی اور اس کی واپسی کی کوئی تاریخ طے نہیں ہوئی",
        "مالکان نے کہا کہ عملہ اس وقت تک گھر پر انتظار کرے گا جب تک دونوں شہر ہفتے کے آخر سے پہلے دوبارہ نہیں ملتے۔",
    ),
    "vi": (
        "Chiếc phà nối hai bờ vẫn nằm lại bến cảng hôm thứ Hai và chưa có ngày nào được định cho chuyến trở lại",
        "Các chủ phà nói rằng thủy thủ đoàn sẽ chờ ở nhà cho đến khi hai thành phố gặp lại nhau trước cuối tuần.",
    ),
    "zh": (
        "往返两岸的渡轮星期一仍停在港口，复航的日期还没有确定，船员们在家等候",
        "船主表示，在两个城市本周结束前再次会面之前，船员将留在家中等候通知，票款将会退还。",
    ),
}  # fmt: skip
