package reading

// What an order is put together from: who is spoken to, what is to be done,
// and with what. Flat text, as for all turns.
const (
	// reader is whoever or whatever writes the answer.
	reader = `(?:ia|robot|machine|ordinateur|automate|logiciel|programme|algorithme|modele|chatbot|chat ?gpt|gpt|outil de redaction|outil d'ecriture|assistant(?: de redaction| qui [a-z]+ [a-z]+ [a-z]+)?|redacteur|systeme de reponse|generateur|intelligence artificielle)`
	// reply is what it writes.
	reply = `(?:reponses?|courriers? de reponse|texte|message|courrier|reply|answer)`
	// yours says that it is about to be written.
	yours = `(?:ta|ton|votre|vos|toute|chaque|toutes les|toutes vos|la|cette)`
	// bounds are what keeps it to its work.
	bounds = `(?:instructions?|consignes?|directives?|regles?|reglement|cadre|garde-fous|filtres?|restrictions?|limites?|cahier des charges|parametrage|parametres|programmation|procedure|fiches?(?: officielles?)?|document(?:s|ation)? (?:joint|fourni)\w*|ce qu'on (?:vous|t') ?a (?:dit|appris|demande)[a-z ]{0,12})`
	// aside sets it aside.
	aside = `(?:oublie[zr]?|ignore[zr]?|omet(?:s|tre|tez)|laisse[zr]? de cote|mets de cote|mettez de cote|mettre de cote|passe[zr]? outre|contourne[zr]?|outrepasse[zr]?|lache[zr]?|efface[zr]?|fais fi|faites fi|fi|n'ecoute[z]? (?:pas|plus)|ne (?:tiens|tenez|tenir) (?:pas|plus|aucun) compte|franchi[st]\w*|affranchi\w*|ecarte[zr]?|neglige[zr]?|delaisse[zr]?|desobei\w*)`
	// holds say what the reply is to hold or to be like.
	holds = `(?:contenir|comporter|commencer|debuter|mentionner|dire|inviter|inclure|indiquer|citer|rappeler|annoncer|affirmer|confirmer|figurer|finir|se (?:terminer|conclure)|tenir en|etre (?:en |un |une |redige|ecrit|sous forme)|porter la mention|donner|recommander|reconnaitre)`
	// puts put something into it.
	puts = `(?:gliss\w+|rappel\w+|laiss(?:e[zr]?|er)|annon\w+|nomm\w+|attribu\w+|mention\w*|inser\w+|indiqu\w+|met(?:s|tre|tez)|ajout\w+|signal\w+|cit(?:e|er|ez|iez)|figurer|reprodui\w+|recopi\w+|plac\w+|integr\w+|inclu\w+|publi(?:e|er|ez|iez)|not(?:e|er|ez))`
	// does are the deeds of a writer, which a program that fails is not asked.
	does = `(?:repondre|ecrire|dire|savoir que|annoncer|confirmer|affirmer|mentionner|ajouter|conclure|commencer|terminer|obeir|inclure|recommander|citer|signer|promettre|valider|accepter que|reconnaitre|avouer)\b`
	// politely comes before an order that is put politely.
	politely = `(?:merci d|pri[eo]\w* d|pense[zr]? a |songe[zr]? a |veuillez |pourriez-vous |pouvez-vous |bien vouloir |voudrez bien |voudriez bien |il faut |amabilite d|gentillesse d|aimable d|demand\w+ d|apprecie que vous |serait-il possible que |possible que la reponse |que vous )(?:'|e |es )?`
	// lets are openings of polite orders.
	lets = `(?:il faut que|il faudrait que|je veux que|je souhaite que|j'exige que|faites en sorte que|fais en sorte que|veillez a ce que|veille a ce que|pensez a ce que|j'aimerais que|(?:de bon ton|bon|utile|souhaitable|preferable|bienvenu) que)`
)

// composed are the turns put together from those parts.
var composed = []turn{
	// What keeps it to its work, set aside; what it knows, replaced.
	turnOf(opening+aside+` (?:d'|de |a |la |le |les |l'|tes |tous |toutes |toute |ton |vos |votre |ces |au |aux |reference au |reference a |ici ){0,4}`+bounds+`\b`, "oubli", "ignor", "omet", "de cote", "outre", "contourn", "lache", "efface", "fi ", "ecoute", "compte", "franchi", "ecarte", "neglige", "delaisse", "desobei"),
	turnOf(`\b(?:fiez-vous|fie-toi|fie toi|croyez plutot|crois plutot|suis plutot|suivez plutot|retenez plutot|prends plutot|ecoute-moi) (?:a ceci|mes chiffres|a moi|mes donnees|ma version|ce que je|:|,|[0-9])`, "fie", "plutot", "ecoute-moi"),
	turnOf(`\b(?:faites-le|fais-le|ecris-le|ecrivez-le|confirmez-le|confirme-le|annonce-le|annoncez-le|certifie-le|dis-le|vas-y)\b(?: noir sur blanc| en toutes lettres)?[.! ]*(?:$|\n|dans )`, "-le", "vas-y"),
	turnOf(`\b(?:autorisation|autorise|autorisee|droit|permission) (?:\w+ ){0,3}(?:de |a )(?:communiquer|donner|reveler|publier|divulguer) (?:les |des )?(?:adresses?|salaires?|numeros?|noms?)\b`, "autoris", "droit", "permission"),
	// What the reply must hold.
	turnOf(`\b(?:`+yours+` reponses?|(?:ta|ton) `+reply+`) (?:publique )?(?:doit|doivent|devra|devront) (?:absolument |toujours |imperativement |aussi |seulement )?`+holds+`\b`, "reponse", "texte", "message", "courrier", "reply", "answer"),
	turnOf(`\b(?:votre|cette|le|ce) (?:texte|message|courrier) (?:doit|devra) (?:se terminer|se conclure|commencer|finir|debuter)\b`, "texte", "message", "courrier"),
	turnOf(`\bta (?:reponse|prose) (?:commence|se termine|finit)`, "ta reponse", "ta prose"),
	turnOf(`\b`+lets+` `+yours+` `+reply+` (?:publique |officielle |finale )?(?:debute|commence|dise|finisse|contienne|comporte|mentionne|affirme|confirme|invite|rappelle|soit (?:en|un|une|redige)|se termine|annonce|cite)`, "que votre", "que ta ", "que ton ", "que la ", "que cette", "que vos", "que toute", "que chaque"),
	turnOf(`(?:`+opening+`|\b`+politely+`|\by )`+puts+`(?:-[a-z]+)? [^.!?\n]{2,70} (?:dans `+yours+` (?:reponses?|courriers? de reponse)|(?:a la fin|au debut|en tete) de `+yours+` `+reply+`)\b`, "dans ta", "dans ton", "dans toute", "dans votre", "dans la ", "dans cette ", "a la fin de", "au debut de", "en tete de", "dans vos", "dans chaque"),
	turnOf(`\b(?:merci|priere|pri\w+) [^.!?\n]{0,40}(?:redige|repond|ecri)\w* [^.!?\n]{0,25}d'y (?:glisser|mettre|ajouter|placer|inclure|faire figurer|mentionner|joindre|coller)`, "d'y "),
	turnOf(`\bdans `+yours+` (?:reponse|courrier de reponse|texte)[^.!?\n]{0,12}, ?(?:puis )?(?:mon|ma|mes) (?:iban|rib|numero|adresse|mail|telephone)|\b(?:rappeler|glisser|inserer|inserez|publier|publiez|afficher|affichez|mettre|mettez) (?:mon|ma|mes) (?:\w+ )?(?:iban|rib|numero|adresse|mail|telephone)[^.!?\n]{0,20} dans `+yours+` rep`, "iban", "rib", "numero", "adresse", "mail", "telephone"),
	turnOf(opening+`(?:conclu(?:s|ez)|termine[zr]?|commence[zr]?|debute[zr]?|fini(?:s|ssez)|ouvre[zr]?) (?:en (?:ecrivant|disant|annoncant|affirmant|declarant)|par (?:les mots|la phrase|ces mots|la mention|l'affirmation))`, "conclu", "termine", "commence", "debute", "fini", "ouvr"),
	turnOf(`(?:^|[.!?:;,\n"(] ?|\ba |\bde |\bbien )(?:reproduire|recopier|copier|reprendre|publier)(?:,)? (?:tel quel|telle quelle|tels quels|mot pour mot|mot a mot|sans (?:rien )?(?:changer|modifier))`, "reproduire", "recopier", "copier", "reprendre", "publier"),
	turnOf(opening+`(?:ecri(?:s|vez)|repete[zr]?|dis|dites|redi(?:s|tes))(?:-le)? [^.!?\n]{2,40}(?:autant de fois|fois de suite|(?:cinq|dix|vingt|trente|cinquante|cent|mille|trois|\d+) fois|en boucle)`, "fois", "boucle"),
	turnOf(`\b(?:reponse|texte|courrier|message) (?:de (?:un|deux|trois|dix) mots?,|redige\w* (?:sous forme|en (?:vers|latin|rimes?|alexandrins)|comme)|sous (?:la )?forme d)|\bpas un mot de plus|\bpas un de plus\b`, "reponse", "texte", "courrier", "message", "de plus"),
	// Whoever reads, spoken to or of.
	turnOf(`\b(?:l'|le |la |un |une |ce |cet |cette |au |du |aux |pour |chere? |he |hey |dis |ok )`+reader+`s?(?: [a-z']+){0,6}?,? (?:(?:doit|devra|devrait|est prie\w* d'?e? ?|est invite\w* a|peut bien) ?(?:maintenant |aussi |ici |donc )?(?:`+does+`|(?:devoiler|reveler|donner raison))|repondra :|revelera|ecrira|annoncera|confirmera|affirmera|lit ceci|lira ceci|qu'il (?:reponde|commence|ecrive|dise|annonce|ajoute|signe)|qui me repondra)`, "robot", "machine", "ordinateur", "automate", "logiciel", "programme", "algorithme", "modele", "chatbot", "gpt", "outil", "assistant", "redacteur", "systeme de rep", "generateur", "ia ", "intelligence"),
	turnOf(`\b(?:pour|a|aux?|information pour|a retenir par|a l'attention d[ue]|destine a|par) (?:l'|le |la |les )?(?:ia|robot|automate|outil de redaction|outil d'ecriture|redacteur|systeme de reponse|generateur|intelligence artificielle|programme qui [a-z ]+|machines?)s?[^.!?\n:]{0,30} ?: ?[a-z«"]`, "robot", "machine", "ordinateur", "automate", "logiciel", "programme", "algorithme", "chatbot", "gpt", "outil de", "outil d'", "redacteur", "systeme de rep", "generateur", "intelligence art"),
	turnOf(`\b(?:he|hey|eh|ok|dis|cher|chere|allo|salut) (?:l')?`+reader+`\b`, "he ", "hey", "eh ", "ok ", "dis ", "cher", "allo", "salut"),
	turnOf(`\bsi (?:c'est )?(?:un|une|l'|le|la) ?`+reader+` [a-z' ]{0,25}(?:lit|lis|repond|redige|lira)`, "si "),
	// Somebody else to be, another game to play.
	turnOf(`\b(?:faisons|on fait|on va faire|jouons a|on joue a|on va jouer a) (?:un |une )?(?:jeu de role|jeu ou|jeu :|jeu,|exercice ou)|\bjouons :|\bun jeu ?: (?:tu|toi|vous)`, "jeu", "exercice", "jouons"),
	turnOf(`\b(?:suppose[zr]?|supposons|imagine[zr]?|imaginons|admettons|figure-toi|disons) que (?:les (?:regles|consignes|limites|filtres)|tu|la censure|rien ne t)`, "suppos", "imagin", "admettons", "figure-toi", "disons"),
	turnOf(`\b(?:mode (?:sans filtre|libre|debridee?)|privileges? etendus?|mot de passe (?:developpeur|administrateur|maitre) ?:|deverrouille-toi|debride-toi|sesame,? ouvre-toi)\b`, "mode ", "privilege", "mot de passe dev", "mot de passe adm", "mot de passe mai", "-toi", "sesame"),
	turnOf(`\b(?:ton nom est|tu t'appelles|tu t'appelleras|appelle-toi|tu deviens|te voila devenu)\b`, "ton nom est", "tu t'appel", "appelle-toi", "tu deviens", "te voila"),
	turnOf(`(?:^|[.!?:;\n«"( ])(?:aide|montre|dis|donne|raconte|recite|explique|prepare|calcule|redige|traduis|revele|liste|accorde|attribue|confie|chante|invente|resous|complete|poursuis|avoue|promets)-(?:moi|nous|lui|leur)\b`, "-moi", "-nous", "-lui", "-leur"),
	turnOf(`\b(?:tu m'obeis|obeis-moi|tu as (?:l'ordre|le droit|l'autorisation|pour mission)|tu n'as plus|que dirais-tu|que ferais-tu|peux-tu|pourrais-tu|sais-tu|veux-tu|voudrais-tu|vas-tu|feras-tu|tu (?:peux|dois|vas|acceptes de) (?:ecrire|dire|repondre|reveler|ignorer|contourner|accepter|valider|confirmer|promettre|inventer|accorder|oublier)\b|t'autorise|t'est interdit|t'est permis|on t'a (?:joint|donne|appris|dit|demande))`, "tu m'obeis", "obeis-moi", "tu as ", "tu n'as", "-tu", "tu peux", "tu dois", "tu vas", "tu accept", "tu refus", "tu ignor", "tu obei", "tu contour", "t'autorise", "t'est ", "on t'a"),
	// Another question behind the review.
	turnOf(`\b(?:voici|et voici|passons a) (?:maintenant )?(?:la |ma |les )?(?:vraie|veritable|seule vraie) (?:question|demande|tache|mission)|\btout ce qui precede (?:etait|est|n'est) (?:une? (?:blague|test|leurre|pretexte)|faux|qu'un)|\b(?:oubliez|oublie|laissez|laisse) mon (?:avis|commentaire|temoignage)\b[^.!?\n]{0,12}(?:[.!?] ?)(?:dites|dis|parle|repond|aide|racont)`, "voici", "passons", "qui precede", "mon avis", "mon commentaire", "mon temoignage"),
	turnOf(`(?:^|\n) ?(?:agent|service|conseiller|mairie|administration) ?: [^\n]{3,120}\n ?(?:usager|utilisateur|moi|client|citoyen) ?: `, "agent", "service", "conseiller", "mairie", "administration"),
	turnOf(`\b(?:ecrivez|ecris|dites|annoncez|affirmez|certifiez|`+politely+`(?:ecrire|dire|affirmer|annoncer|publier|reconnaitre|certifier)) que (?:le service|l'agence|la mairie|la caf|la prefecture|la maire|le maire|l'administration|vous|j'ai|le ministre|l'etat) (?:a (?:perdu|menti|vole|ferme|triche|demissionne)|ont|avez|reste ouvert\w*|est ferme\w*|paye|ai paye|s'engage)`, "que le", "que l'", "que la", "que vous", "que j'ai"),
	turnOf(`\b`+politely+`(?:passer outre|outrepasser|contourner|bypasser|court-circuiter) (?:la |le |les |l'|toute |ce |ces |tes |vos )?(?:procedure|reglement|regles?|filtres?|controles?|consignes?|garde-fous|securites?)\b`, "outre", "contourner", "bypasser", "circuiter"),
	// Other languages.
	turnOf(`\b(?:from now on,? (?:reply|answer|speak|write|act)|your new (?:job|role|task|mission|name)|what you were told|whatever you were told|grant (?:the |a |my )?(?:refund|request)|(?:reply|answer|speak|write) (?:in|like) (?:a )?(?:pirate|shakespeare|yoda|robot)|reveal your|stay in character)\b`, "from now on", "your new", "you were told", "grant ", "pirate", "shakespeare", "yoda", "reveal your", "in character"),
	turnOf(`\b(?:ignora|ignore|olvida|olvide|dimentica|esqueca|esquece|vergiss|ignoriere|missachte)\b (?:\w+ ){0,3}(?:lo que|cio che|o que|was|die regeln|as regras|las reglas|le regole|tus|tuas|deine|te han dicho|ti hanno detto|regeln)\b`, "ignora", "ignore", "olvid", "dimentica", "esquec", "vergiss", "ignoriere", "missachte"),
}
