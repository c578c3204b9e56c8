//! Words that begin with a capital letter in names of groups, places, subjects and activities, and
//! hardly ever are somebody's.

use std::sync::LazyLock;

use crate::find::word_list::WordList;

const ORDINARY: &str = "\
ability about absent academy access acorns act acting active activities activity additional adhd \
advance adventure advice advocacy advocate advocates african after afternoon afternoons aged \
agenda ages aid aids aim aims air alert all allotment alternative am ambassador ambassadors and \
animal animals annual apologies apple applied apprentices apps april arabic archery art arts asc \
asd asian aspirations assembly assessment assessments asylum attendance audit august autism \
autumn award awards backpack badminton bag bags baking balance balls banking base basic basket \
basketball bath bathing beach bed bedtime bees beginners behaviour belonging benefit benefits \
bengali bereavement better bid big bike bikes bingo birthday blue board book books both bowling \
box boxes boxing boys braille bread break breakfast breaks britain bronze brownies bsl buddies \
buddy budget builders building bulletin bullying bump bursaries bursary bus buses bushcraft busy \
buttons cadets cafe cake cakes calendar call calls calm calmer camp camps canoeing canteen car \
card cards care careers carer carers caring carnival carols case catering centre chain chair \
chairs challenge champion champions changing charity charter chat cheerleading chef chess child \
children chips chocolate choice choir christmas church cinema circle circus citizenship city \
civic claim claims class clean cleaner clerk climate climbing clinic closed clothes clothing \
club clubs co-chair co-chairs coach coaches coaching coast coding coffee collage college comfort \
comics comments commissioners commissioning communication community complex computing concert \
conference confidence consent consultation contact contract controls cooking coproduction cost \
costs costume cottage council counselling counsellor count county course courses court cover \
craft crafts creations creative creche credit cricket crossing culture cup curriculum cushions \
custody customer cutting cycling cyp dads dance dances data date dates days deaf debate december \
decision decisions dental dentist dentists departure deputy design designers desk destination \
detail details devices diary diet digital dinner dinosaurs direct director disabilities \
disability disabled disco discount discussion display diwali dog dogs donkey door doors double \
draft dragons drama drawing dream dreams dress drink drivers driving drop drums duke duties \
earth easier east easter easy eat eating eco edinburgh editors education ehcp eid eight election \
elections elective electronics eleven elite emergency emotional employment energy engagement \
engineering england english enrichment entertainment entitlement entry environment equal \
equality equipment escape essential evaluation evening event events everyone everything exam \
exams excluded exclusion exclusions exercise exhibition exit experience expert experts explore \
explorers export expressed extended extra eye eyfs face facebook faces fair families family farm \
farms fashion fast february feedback feelings fees female festival field file film films finance \
financial finding finish fire first fishing fitness five fix flexible floor flow flu fluent \
flying focus folder follow following food football for forest forests fortnightly forum fostered \
foundation four foyer framework free freedom french fresh fri friday friend friends friendship \
from front fruit fun fund funded funding further future futures gallery games gaming gap garden \
gardening gardens gate gender geography gift gifts girls global goal goals gold good graduates \
grants graphic graphics great green ground grounds group groups growing growth guidance guide \
guides guitar gym gymnastics habits half hall halloween hands handwriting happy hard harvest \
health healthcare hearing hearts help heritage heroes hide high hike hints history hive hobbies \
hobby hockey holiday holidays home homework horse horses hospital hosted hostel hot hours house \
household housing hub hubs human hydrotherapy hygiene ice ideal ideas identity impact \
improvement improving inclusion inclusive independence independent index individual induction \
infant infants information initial innovation input insight instagram institute integrated \
interactive interest interests international internet internships interpreter interview \
investment invited involvement ireland issues item items itinerant january job jobs jokes \
journal journey judo juice july jump junction june jungle junior juniors justice karate keeping \
key kids kind kindness kitchen kite ks1 ks2 lab laboratory language laptop laptops late later \
launch laundry leader leaders leadership leaflet leaflets league learner learners learning \
leaving led left legal lego leisure less lesson lessons letter letters level levels liaison \
library life lift lifts light lights line link links list listening lists literacy little live \
lived loan loans local location lockers logs longer looked lost lounge low lower lsa lunch \
machine mad magazine magic main mainstream makaton makers making male managers many map maps \
march market martial mask masks massage mat materials mathematics maths may meal meals medals \
media medical medication meeting member members memory men mental mentoring mentors menu merits \
message messages messy middle mindfulness minecraft mini minibus minutes missing mission mixed \
mobility model models modern moments mon monday money month months more morning motor mountain \
mouse movement movie moving multi mums museum museums music muslim name names national nature \
nearer needed needs network neurodivergent neurodiverse new news newsletter newsletters next \
night nights nine no noise none north not note notes nothing notice november numeracy nurse \
nursery nurses nurture nutrition objectives observers occupation occupational october of offer \
office officer officers ofsted old older on online open opening opinion opinions opportunities \
opportunity option options orange orchestra order organ other others our out outcome outcomes \
outdoor outing outings outreach outside overall overnight overview own oxford packs pages paint \
painting pairs panel panels paper parade paralympics parent parental parenting parents park \
parliament part participation parties partners partnership party pass passes pasta pastoral path \
pathway pathways patience patrol pay pda peace peer peers pen people percussion performance \
performing permanent permission personal pets phase phone phones phonics photo photography \
photos physical physio pick picnic picture pictures pilot pilots pink pirates pizza place places \
plan planet planned planning plans plant planting plants play player players playground playing \
playscheme playschemes plenty plus pm pmld podcast podcasts poetry point points police policy \
polish pool pop popcorn portuguese positive post poster posters potential pottery practical \
practice premium prep preparation preparing preschool presence present presentation pressure \
prevent primary prince princes print privacy prize prizes problem proceedings process production \
profile profiles programme programmes progress project projects prom promise promises protection \
proud provider providers provision psychology public pumpkin punjabi pupil pupils puppet puzzles \
quality quest question questionnaire questions quick quicker quiet quieter quietest quiz radio \
raffle rail rainbow ramadan ramp random range rate rating reach reading ready real reasons \
reception recipes record recording records recovery recreation recycling red reduced referral \
refreshments refugees regatta region regional register registration regular rehearsal relations \
relationships relaxation relay religious report reporting reports representation representative \
representatives request rescue research reserve residential residents resilience resource \
resources respite response responses responsibility rest restaurant results review reviews \
revision rewards rhythm ride rides riding rights ring rise river road roblox robotics robots \
rock rocket role roles roll romanian room roots rope rota roundabout rounders route routes \
routine routines rowing rugby rules run running safe safeguarding safer safety sailing saint \
salad sale sanctuary sand sandwiches sat saturday save saving savings scene scheme schemes \
school schools science scores scotland scouts screen screening sea season seating secondary \
secret section secure see select self semh sen senco send sendco senior seniors sense senses \
sensory separate september series service services session sessions set settings seven sewing \
sex shadow shape share shared sharing sheet sheets shield shoes shop shopping short shorter show \
shows shuttle sibling siblings sign signers signing signs silver simple singing single sit sites \
sitting six sixth skate skating skill skills slcn sleep slides slt smaller smart smoothies snack \
snacks soap soccer social society socks soft solutions somali some song songs sound sounds \
source south space spaces spanish speaker speakers speaking special specialist spectrum speech \
spelling spirit sponsor sport sports spot spring square squash st stadium staff stage stall \
stalls standard standards stars start starters statement stations statistics statutory stay stem \
step stepping steps sticker stickers stop stories story strand strategies strategy street \
streets strength strengths structured student students studies studio study style styles subject \
success suggested suggestions suite summer sun sunday sunflower support supported sure surf \
surfing surgery survey surveys swap swim swimmers swimming swings symbols system systems ta \
table tables tablets tackle tag talent talk talking tank target targets task tasks taster \
tasters taxi taxis tbc tea teachers teaching team tearoom tech technical technicians technology \
teen teenage teens template ten tennis tent term tests text textiles thank thanks the theatre \
their theme themes therapies therapy they things thinking third three thrive thu thur thurs \
thursday ticket tickets tier tigers tiktok time times timetable tips tired titles to toddler \
toddlers toilet toilets token top topic topics torch total tots tours town toy toys track trade \
traffic trail trails train trainee trainees trainers training trampoline trampolining transfer \
transition transitions transport trauma travel travellers treasure treat treats trees trial \
trials tribunal trip trips truck trust trusted tue tues tuesday tuition turn tutor tutoring \
tutors tv twelfth twelve two typing uk ukrainian ukulele under uniform uniforms union unique \
unit units university unknown unlock up update updates upper urban urdu use useful user users \
vacation valley value valued values van vans various vegan venue venues verdict version vets \
vice video videos view viewing views village vision visit visitors visits visual vital \
vocabulary vocational voice voices volleyball voluntary volunteer volunteering volunteers vote \
votes voting vouchers wait waiting wake wales walk walking wanted warm warning washing watch \
watching water way web website wed wednesday wednesdays weekend weekends weekly weeks weight \
welcome welfare well wellbeing wellies welsh west what whatsapp wheelchair whole wider widgit \
window windows winners winter wish wishes wishlist with women wonder wooden woodland word words \
work workbook worker workers working workplace workshop world worries worth wrap writers writing \
written xmas yard year yellow yes yoga younger youngest youngsters youth youtube zip zone zones \
zoo zumba";

static WORDS: LazyLock<WordList> = LazyLock::new(|| WordList::of(ORDINARY));

/// Whether a word is hardly ever part of somebody's name.
pub(super) fn is_ordinary(word: &[u8]) -> bool {
    WORDS.has(word)
}
