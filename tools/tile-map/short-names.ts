/** Three letters an authority that fit on its tile: of its name, as far as no other in being at the time has them. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  201: 'Cty', // City of London
  202: 'Cmd', // Camden
  203: 'Gre', // Greenwich
  204: 'Hck', // Hackney
  205: 'H&F', // Hammersmith and Fulham
  206: 'Isl', // Islington
  207: 'K&C', // Kensington and Chelsea
  208: 'Lam', // Lambeth
  209: 'Lew', // Lewisham
  210: 'Swk', // Southwark
  211: 'TwH', // Tower Hamlets
  212: 'Wan', // Wandsworth
  213: 'Wst', // Westminster
  301: 'B&D', // Barking and Dagenham
  302: 'Bnt', // Barnet
  303: 'Bex', // Bexley
  304: 'Bre', // Brent
  305: 'Bro', // Bromley
  306: 'Cro', // Croydon
  307: 'Eal', // Ealing
  308: 'Enf', // Enfield
  309: 'Hgy', // Haringey
  310: 'Hrw', // Harrow
  311: 'Hav', // Havering
  312: 'Hil', // Hillingdon
  313: 'Hou', // Hounslow
  314: 'Kng', // Kingston upon Thames
  315: 'Mer', // Merton
  316: 'New', // Newham
  317: 'Red', // Redbridge
  318: 'Ric', // Richmond upon Thames
  319: 'Sut', // Sutton
  320: 'WaF', // Waltham Forest
  330: 'Bir', // Birmingham
  331: 'Cov', // Coventry
  332: 'Dud', // Dudley
  333: 'San', // Sandwell
  334: 'Sol', // Solihull
  335: 'Wsl', // Walsall
  336: 'Wol', // Wolverhampton
  340: 'Kno', // Knowsley
  341: 'Liv', // Liverpool
  342: 'StH', // St. Helens
  343: 'Sef', // Sefton
  344: 'Wir', // Wirral
  350: 'Bol', // Bolton
  351: 'Bur', // Bury
  352: 'Man', // Manchester
  353: 'Old', // Oldham
  354: 'Roc', // Rochdale
  355: 'Sal', // Salford
  356: 'Stp', // Stockport
  357: 'Tam', // Tameside
  358: 'Tra', // Trafford
  359: 'Wig', // Wigan
  370: 'Bns', // Barnsley
  371: 'Don', // Doncaster
  372: 'Rot', // Rotherham
  373: 'She', // Sheffield
  380: 'Bfd', // Bradford
  381: 'Cld', // Calderdale
  382: 'Kir', // Kirklees
  383: 'Lds', // Leeds
  384: 'Wak', // Wakefield
  390: 'Gat', // Gateshead
  391: 'Ncl', // Newcastle upon Tyne
  392: 'NTy', // North Tyneside
  393: 'STy', // South Tyneside
  394: 'Sun', // Sunderland
  420: 'IoS', // Isles of Scilly
  800: 'BNE', // Bath and North East Somerset
  801: 'Bri', // Bristol, City of
  802: 'NSo', // North Somerset
  803: 'SGl', // South Gloucestershire
  805: 'Har', // Hartlepool
  806: 'Mid', // Middlesbrough
  807: 'R&C', // Redcar and Cleveland
  808: 'Sto', // Stockton-on-Tees
  810: 'Hul', // Kingston upon Hull, City of
  811: 'ERY', // East Riding of Yorkshire
  812: 'NEL', // North East Lincolnshire
  813: 'NLi', // North Lincolnshire
  815: 'NYo', // North Yorkshire
  816: 'Yor', // York
  820: 'Bds', // Bedfordshire
  821: 'Lut', // Luton
  822: 'Bed', // Bedford
  823: 'CBe', // Central Bedfordshire
  825: 'Buc', // Buckinghamshire
  826: 'MiK', // Milton Keynes
  830: 'Dbs', // Derbyshire
  831: 'Dby', // Derby
  835: 'Dor', // Dorset, to 2019
  836: 'Poo', // Poole
  837: 'Bou', // Bournemouth
  838: 'Dor', // Dorset, since 2019
  839: 'BCP', // Bournemouth, Christchurch and Poole
  840: 'Dur', // County Durham
  841: 'Dar', // Darlington
  845: 'ESx', // East Sussex
  846: 'B&H', // Brighton and Hove
  850: 'Ham', // Hampshire
  851: 'Por', // Portsmouth
  852: 'Sou', // Southampton
  855: 'Lei', // Leicestershire
  856: 'Lcr', // Leicester
  857: 'Rut', // Rutland
  860: 'Sta', // Staffordshire
  861: 'SoT', // Stoke-on-Trent
  865: 'Wil', // Wiltshire
  866: 'Swi', // Swindon
  867: 'Bra', // Bracknell Forest
  868: 'W&M', // Windsor and Maidenhead
  869: 'WBe', // West Berkshire
  870: 'Rea', // Reading
  871: 'Slo', // Slough
  872: 'Wok', // Wokingham
  873: 'Cam', // Cambridgeshire
  874: 'Pet', // Peterborough
  875: 'Che', // Cheshire
  876: 'Hal', // Halton
  877: 'War', // Warrington
  878: 'Dev', // Devon
  879: 'Ply', // Plymouth
  880: 'Tor', // Torbay
  881: 'Ess', // Essex
  882: 'SoS', // Southend-on-Sea
  883: 'Thu', // Thurrock
  884: 'Her', // Herefordshire, County of
  885: 'Wor', // Worcestershire
  886: 'Ken', // Kent
  887: 'Med', // Medway
  888: 'Lan', // Lancashire
  889: 'BwD', // Blackburn with Darwen
  890: 'Blp', // Blackpool
  891: 'Not', // Nottinghamshire
  892: 'Ntm', // Nottingham
  893: 'Shr', // Shropshire
  894: 'T&W', // Telford and Wrekin
  895: 'CEa', // Cheshire East
  896: 'CWC', // Cheshire West and Chester
  908: 'Cor', // Cornwall
  909: 'Cum', // Cumbria
  916: 'Glo', // Gloucestershire
  919: 'Hrt', // Hertfordshire
  921: 'IoW', // Isle of Wight
  925: 'Lin', // Lincolnshire
  926: 'Nor', // Norfolk
  928: 'Nhs', // Northamptonshire
  929: 'Nld', // Northumberland
  931: 'Oxf', // Oxfordshire
  933: 'Som', // Somerset
  935: 'Suf', // Suffolk
  936: 'Sur', // Surrey
  937: 'Wrk', // Warwickshire
  938: 'WSx', // West Sussex
  940: 'NNo', // North Northamptonshire
  941: 'WNo', // West Northamptonshire
  942: 'Cbl', // Cumberland
  943: 'W&F' // Westmorland and Furness
};
