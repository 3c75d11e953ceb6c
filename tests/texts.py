"""Texts of twelve kinds, written for these tests: what a curator may want to draft a catalogue from."""

# ruff: noqa: E501 (prose)
from __future__ import annotations

# fmt: off
TEXTS = {
    "news": """City council backs tram line

By a vote of 31 to 14, the council of Ostby on Tuesday approved a tram line costing €412 million. Work begins in March 2025 and the first trams will run by late 2028. The 11.5-kilometre line would carry up to 38,000 passengers a day, twice as many as the bus it replaces. \"We have waited 20 years for this,\" said the mayor, 58. Opponents say costs could rise by 10-15%. The state pays 60 per cent; the city has set aside €165m. Three of the 22 stops lie underground.""",
    "results": """Results for the third quarter of 2023

Revenue rose 7.4% to $3.21 billion, from $2.99 billion a year earlier. Operating profit was $412 million (2022: $388 million). Earnings per share were $1.87. The company now expects full-year revenue of $12.6 billion to $12.9 billion, having previously guided for at least $12.4 billion. It bought back 1.2 million shares for $98 million. Net debt fell by $150 million to 1.4 times EBITDA. About 340 jobs will go. The dividend is unchanged at 45 cents a share.""",
    "statistics": """Table 2. Freight by mode, thousand tonnes

Mode\t2019\t2020\t2021
Road\t1,204\t1,130\t1,251
Rail\t318\t296\t301
Water\t77\t69\t80

Road freight grew by 10.7% in 2021. Rail's share fell from 19.9% in 2019 to 18.4% in 2021. Figures for 2021 are provisional. Totals may not add up because of rounding.""",
    "science": """Abstract. We measured 1,482 samples from 23 sites between June 2018 and August 2020. Mean concentration was 4.7 ± 0.3 mg/L (n = 212, p < 0.001), about 2.5 times the level of 1995. At −4 °C growth stopped; above 30 °C all cultures died within 6–8 hours. The half-life was estimated at 12.5 days (95% CI 10.1–14.9). Mutant B-52 grew 1.8-fold faster. Figure 3 shows that up to 1.2 × 10⁶ cells per millilitre survived [14].""",
    "transport": """The new terminal at Port Vale has a capacity of 1.5 million containers a year. In 2022 the port handled 870,000 containers, more than half of them for export. By 2030 it plans to add two berths of 400 m each and 6 cranes, at a cost of $230 million. Ships of up to 14,000 TEU could then call. Trains will leave 4 times a day. The line, opened in 1911, is 212 km long and was never doubled. Not one of the 3 tunnels is lit. Delays fell from 47 to 19 minutes.""",
    "energy": """Wind and solar supplied 46.3% of electricity last year, up 5.1 percentage points. Installed capacity reached 91 GW at the end of 2023; a further 12.5 GW is under construction. The regulator forecasts peak demand of 58 GW this winter. Prices averaged €83/MWh, against €141/MWh in 2022. The 2030 target of 150 GW is out of reach, experts say. If gas falls below €20/MWh, coal plants of 8 GW may close. A household uses 3,200 kWh a year.""",
    "health": """WHO Bulletin, 12 May 2021

An estimated 1.4 million people fell ill and some 9,700 died in 14 countries. Cases fell by a third in the first half of 2021. Two doses protect 94 in 100 adults; one dose costs less than $3. The programme needs US$ 450 million, of which only 38% has been pledged. Vaccinators reached 8 out of 10 children under five. The 2019 outbreak killed 2,280. Nearly three-quarters of clinics have no refrigerator. COVID-19 stopped work for 18 months.""",
    "law": """Section 12. (1) A person shall pay a fee of £120 within 28 days. (2) A fine not exceeding £5,000, or imprisonment for up to six months, or both, applies. (3) This Act applies from 1 January 2024. Schedule 4 lists 37 offences. No more than 2 vehicles may be kept. Under article 6(2) the limit is 50 mg/kg. The Companies Act 2006 is amended in 3 places.""",
    "sport": """Lund won 3-1 before a crowd of 24,312. It was their 12th win in 15 games. Berg, 19, scored twice and ran 11.3 km. United paid €40m for him in 2020 and may sell for double. The 100 m record of 9.58 seconds has stood since 2009. About one in five seats stayed empty.""",
    "history": """In 1889 the town had 1,204 inhabitants; by 1910 there were more than four thousand. The mill, built between 1893 and 1895, employed 300 to 350 hands. Wages were 2s 6d a day. During the 1920s two thirds of the forest, some 12,000 acres, was felled. The flood of 17 March 1936 drowned 41 people and destroyed every bridge but one. The claim that 500 died is false. The railway closed on 3 May 1968.""",
    "agriculture": """Wheat output is put at 2.1 lakh tonnes this season, down from 2.6 lakh tonnes. Farmers got Rs 2,125 per quintal. Nearly 40 per cent of 1.8 million hectares is irrigated. Yields rose from 2.4 to 3.1 t/ha over ten years. The state will buy 50,000 tonnes by June. Half a million families grow it. Rain was 12% below normal, i.e. 612 mm.""",
    "interview": """Q: How big is it? A: We have 2 plants now, and 5 more are planned. Q: And sales? A: We don't give numbers, but nobody sold 10,000 cars. We want to be at around 8,000 in two years. It's $1.5bn of investment and a plant with capacity of 3 Mt. Twenty-four people started it. We lost half our staff. Today there are over 1,100 of us.""",
}
# fmt: on
