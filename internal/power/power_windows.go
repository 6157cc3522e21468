package power

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

var systemPowerStatus = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetSystemPowerStatus")

// status is Windows' SYSTEM_POWER_STATUS.
type status struct {
	ACLine, BatteryFlag, BatteryPercent, SystemFlag byte
	BatteryLife, BatteryFullLife                    uint32
}

const offline = 0 // ACLineStatus: 0 offline, 1 online, 255 unknown

// OnBattery says whether the workstation runs on its battery now. One that
// does not say runs on the mains.
func OnBattery() bool {
	s := status{ACLine: 255}
	ok, _, _ := systemPowerStatus.Call(uintptr(unsafe.Pointer(&s)))
	return ok != 0 && s.ACLine == offline
}
