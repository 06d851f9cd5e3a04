/**
 * Long passwords that everybody tries first, for the time in which nobody can be asked whether a password has leaked. Compared in
 * lower case, without what stands between words and without digits and signs at the end.
 */
const COMMON = new Set(
  `password passwordpassword passwort passwortpasswort administrator administratoradmin adminadminadmin changemechangeme
  changemenow pleasechangeme letmeinletmein letmeinplease iloveyou iloveyouforever iloveyousomuch ichliebedich
  welcomewelcome welcometotheshop willkommenwillkommen correcthorsebatterystaple thisisapassword thisismypassword
  dasisteinpasswort meinpasswort geheimespasswort geheimgeheim geheimnis topsecretpassword secretsecret mysecretpassword
  qwertyuiop qwertyuiopasdf qwertzuiop qwertzuiopasdf asdfghjkl asdfghjklasdf yxcvbnm zxcvbnm qwertyqwerty qwertzqwertz
  footballfootball baseballbaseball fussballfussball superman supermansuperman batmanbatman dragondragon monkeymonkey
  princessprincess sunshinesunshine sonnenschein schatzischatzi trustno computer computercomputer internetinternet
  starwarsstarwars whateverwhatever hellohellohello hallohallohallo hallowelthallo helloworld testtesttest testpassword
  demodemodemo rootrootroot masterpassword masterkeymaster shopshopshop meinshop myonlineshop onlineshop kioskkioskkiosk
  defaultpassword temporarypassword temporary passwordpasswordpassword facebook facebookfacebook messenger
  messengermessenger michaelmichael jenniferjennifer charliecharlie bayernmuenchen borussiadortmund deutschland
  liverpoolliverpool chocolatechocolate butterfly butterflybutterfly pokemonpokemon minecraftminecraft`.split(/\s+/),
);

/** Whether a password is one of those, however it is dressed up. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().replace(/[\s._-]/g, '');
  const trimmed = plain.replace(/[\d\p{P}\p{S}]+$/u, '').replace(/^\d+/, '');
  const letters = trimmed
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('@', 'a')
    .replaceAll('$', 's');
  return [plain, trimmed, letters].some((form) => COMMON.has(form));
}
