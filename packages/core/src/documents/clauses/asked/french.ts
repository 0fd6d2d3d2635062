import type { ActorTable } from './model.ts'

const REGIONAL =
  "union africaine|groupe de cinq pays du sahel|groupe de cinq|g5 sahel|communauté économique des états de l[’']afrique \\p{L}+|cedeao|ceeac|union européenne|ligue des états arabes|autorité intergouvernementale pour le développement|force conjointe|commission du bassin du lac tchad"

/** How addressees are named in French (codes.json). */
export const FRENCH_ACTORS = {
  language: 'fr',
  rows: [
    {
      code: 'regional_organisation',
      words: `(?:(?:président(?:e)?|commission|gouvernements|états membres|membres|conseil de paix et de sécurité) (?:de la |de l[’']|du |des |de ))*(?:${REGIONAL})(?: \\([^()]{1,40}\\))?`,
    },
    {
      code: 'regional_organisation',
      words:
        'organisations? (?:régionales?|sous-régionales?)(?: et (?:régionales?|sous-régionales?))?',
    },
    {
      code: 'srsg_caac',
      words:
        '(?:bureau de la )?(?:représentante? spéciale?)(?: du secrétaire général)? pour (?:le sort des enfants|les enfants)(?: en temps de conflit armé| et les conflits armés| touchés par les conflits armés)?|représentante? spéciale? du secrétaire général pour la question des enfants et des conflits armés',
    },
    {
      code: 'country_task_force',
      words:
        'équipes? spéciales? (?:de surveillance|de pays|chargées? |des nations unies)[^,;:.]{0,90}?(?:information|conflits? armés?|pays|surveillance)',
    },
    {
      code: 'stakeholders',
      words:
        "groupe de travail(?: sur (?:le sort des enfants|les enfants)[^,;.]{0,30}conflits? armés?)?|comité des droits de l[’']enfant|cour pénale internationale|groupe d[’']experts",
    },
    {
      code: 'sanctions_committee',
      words:
        '(?:(?:président(?:e)?|présidents) (?:du |des ))?comités?(?: des sanctions| du conseil de sécurité| créé[^,;.]{0,60}| faisant suite[^,;.]{0,60})?',
    },
    {
      code: 'security_council',
      words: '(?:(?:président(?:e)?|membres) du )?conseil(?: de sécurité)?',
    },
    {
      code: 'stakeholders',
      words:
        '(?:représentante?s?|envoyée?s?) (?:spécia(?:le?s?|ux)|personnelle?s?)(?: du secrétaire général)?|coordonnat(?:eur|rice) résidente?',
    },
    { code: 'secretary_general', words: 'secrétaire général' },
    {
      code: 'all_parties',
      words:
        'parties(?: (?:concernées|belligérantes|signataires))?(?: (?:à un|à tout|au|aux|à ce) conflits?(?: armés?)?)?',
    },
    { code: 'all_parties', words: 'groupes armés(?: non étatiques)?|forces et groupes armés' },
    {
      code: 'community_leaders',
      words:
        '(?:dirigeants|chefs|responsables|notables)(?: (?:communautaires|religieux|traditionnels|locaux|coutumiers|et|de la société civile)(?:,)?){1,6}',
    },
    {
      code: 'donors',
      words:
        '(?:président(?:e)? (?:de la )?)?(?:banque mondiale|fonds monétaire international|institutions financières(?: internationales)?)|(?:autres )?(?:donateurs|bailleurs de fonds|partenaires)(?: (?:internationaux|bilatéraux|financiers|régionaux|et|du développement)){0,4}',
    },
    {
      code: 'government',
      words:
        '(?:gouvernements?|autorités|forces (?:armées|de défense et de sécurité|de sécurité)|parlement)(?: (?:de transition|provisoires?|nationa(?:l|ux|les)|compétentes|locales|\\p{L}+iens?|\\p{L}+iennes?|intérimaires?)){0,3}|mission permanente|représentante? permanente?|états? concernés?',
    },
    {
      code: 'stakeholders',
      words:
        '(?:autres )?(?:parties prenantes|acteurs|intervenants|organisations|entités|organismes|institutions|états membres|états parties|états|pays fournisseurs|pays|communauté internationale|société civile|médias|mission|signataires|nations unies|unicef|système des nations unies|équipe de pays)(?: (?:humanitaires|concernés|concernées|compétents|compétentes|intéressés|intéressées|internationaux|internationales|non gouvernementales)){0,3}',
    },
  ],
  pronouns: "les|leur|vous|lui|l[’']",
  determiners:
    "le|la|les|l[’']|toutes|tous|tout|toute|ces|cette|ce|autres|au|aux|à|du|des|chaque|son|sa|ses|leurs?|également|instamment",
  joins: ',? (?:et|ainsi que|ou)|,',
  asides:
    ",? ?(?:à cet égard|à ce propos|dans ce contexte|selon qu[’']il conviendra|également|en outre|de nouveau|instamment|en particulier),? ",
  that: "(?:que |qu[’'])",
  places: "du|de la|de l[’']|de|des|d[’']|au|en|aux",
  particles: "pour la|pour le|pour|de la|de l[’']|de|du|des|d[’']|la|le|al|el|wa",
  institutions:
    'Mission|Bureau|Fonds|Organisation|Banque|Union|Conseil|Comité|Commission|Secrétariat|Programme|Agence|Cour|Communauté|Représentant|Représentante|Envoyé|Coordonnateur|Ministre|Opération|Assemblée|Département|Centre|Nations|États|Équipe|Groupe d',
  parties:
    'armée|front|mouvement|coalition|forces?|milices?|brigades?|coordination|résistance|faction|alliance|plateforme|groupe|garde',
  clitic: "^(?:le|la|les|vous|l[’'])(?: |(?<=[’']))",
  by: ' par ',
  agent:
    '(?<!(?:signée?|adoptée?|approuvée?|prévue?|recommandée?|commise?s?|recrutée?s?|établie?|faite?s?|affectée?s?|détenue?s?)) par ',
  deeds:
    "^(?:(?:la|le|les|l[’']|une?|des|de|d[’']|au|à|aux|toutes?|tous|son|sa|ses|leurs?) ?)*(?:\\p{L}+ )?(?:efforts?|mesures?|progrès|libération|fin|arrêt|appui|accès|retour|respect|dialogue|cessation|\\p{L}{2,}(?:tion|sion|ment|ance|ence|ité|age)s?)(?!\\p{L})",
  halts:
    "^(?:à )?(?:l[’']|la |le |une? )?(?:arrêt|fin|cessation)(?: immédiate?)? (?:à|de|des|aux|d[’'])",
} as const satisfies ActorTable
